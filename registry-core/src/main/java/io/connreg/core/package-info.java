/** Opens registries: {@link io.connreg.core.Registries} is the door, {@link io.connreg.core.MasterKey} the key to it. */
@NullMarked
package io.connreg.core;

import org.jspecify.annotations.NullMarked;
