/** What a plug-in implements: {@link io.connreg.spi.ConnectionStore} and {@link io.connreg.spi.AccessPolicy}. */
@NullMarked
package io.connreg.spi;

import org.jspecify.annotations.NullMarked;
