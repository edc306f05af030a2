/** The library's own use of Jackson; not exported. */
@NullMarked
package io.connreg.json;

import org.jspecify.annotations.NullMarked;
