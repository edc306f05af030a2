/**
 * The database servers that tests run on; begin at {@link io.connreg.servers.PostgresServer} and
 * {@link io.connreg.servers.MariaDbServer}. Not published.
 */
@NullMarked
package io.connreg.servers;

import org.jspecify.annotations.NullMarked;
