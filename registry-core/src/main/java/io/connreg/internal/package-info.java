/** What core and wire share; not exported. The library's own use of Jackson is here. */
@NullMarked
package io.connreg.internal;

import org.jspecify.annotations.NullMarked;
