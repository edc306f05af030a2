/** The canary test over all that a host can call and all that the library leaves behind: begin at {@code Sweep}. */
@NullMarked
package io.connreg.examples.sweep;

import org.jspecify.annotations.NullMarked;
