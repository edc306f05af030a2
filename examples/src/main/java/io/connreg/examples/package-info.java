/** A host application that keeps its connections in a registry. */
@NullMarked
package io.connreg.examples;

import org.jspecify.annotations.NullMarked;
