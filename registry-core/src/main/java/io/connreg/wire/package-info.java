/** The vendor's JSON, for hosts that put HTTP in front of a registry. */
@NullMarked
package io.connreg.wire;

import org.jspecify.annotations.NullMarked;
