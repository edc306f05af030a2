/**
 * What plug-ins and hosts owe; begin at {@link io.connreg.testkit.ConnectionStoreContract} or {@link
 * io.connreg.testkit.AccessPolicyContract}.
 */
@NullMarked
package io.connreg.testkit;

import org.jspecify.annotations.NullMarked;
