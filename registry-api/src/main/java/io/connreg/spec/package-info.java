/** What a connection of each type holds: one {@link io.connreg.spec.ConnectionSpec} leaf and one schema a type. */
@NullMarked
package io.connreg.spec;

import org.jspecify.annotations.NullMarked;
