/** The storage contract; begin at {@link io.connreg.testkit.ConnectionStoreContract}. */
@NullMarked
package io.connreg.testkit;

import org.jspecify.annotations.NullMarked;
