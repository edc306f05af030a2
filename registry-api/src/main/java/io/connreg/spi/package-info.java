/**
 * What a plug-in or a host implements: {@link io.connreg.spi.ConnectionStore}, {@link io.connreg.spi.AccessPolicy}, {@link
 * io.connreg.spi.TargetPolicy}, {@link io.connreg.spi.ConnectionProbe}.
 */
@NullMarked
package io.connreg.spi;

import org.jspecify.annotations.NullMarked;
