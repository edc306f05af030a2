/**
 * The connection registry: its facade, the requests it takes, the values it gives back, its errors.
 *
 * <p>Start at {@link io.connreg.ConnectionRegistry}. Nothing here takes or returns null unless it is marked so.
 */
@NullMarked
package io.connreg;

import org.jspecify.annotations.NullMarked;
