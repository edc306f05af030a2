/**
 * Keeps a registry in a JDBC database: H2 (2.x), PostgreSQL or MariaDB. {@link io.connreg.jdbc.JdbcStores} opens one, by
 * URL or on a host's {@link javax.sql.DataSource}; its tables have names that begin with {@code connreg_}, or as
 * {@link io.connreg.jdbc.JdbcOptions} says, in the connection's current schema, and are made when it is opened.
 *
 * <p>What has been acknowledged survives the kill of the process and of the server, whatever settings the database has:
 * where they would break that, they are set right for the store's own sessions, or the store is not opened. On H2 each
 * write is followed by a {@code CHECKPOINT}; there a power loss, or a crash of the operating system, may take the last
 * writes, unless the store was opened with {@link io.connreg.jdbc.Durability#POWER_LOSS}. A database in memory keeps
 * nothing.
 *
 * <p>H2 closes a database on disk when a thread is interrupted while it reads or writes the file. A thread that comes
 * interrupted is no danger; where threads are interrupted at any time, use a URL as
 * {@code jdbc:h2:async:./data/registry}, with which H2 opens files that an interrupt does not close. Whoever else opens
 * the file in the same process must spell the URL the same.
 *
 * <p>Text that is compared (ids, names, types, users, models) is kept as its UTF-8 bytes, so that no setting of a
 * host's database (case, collation, padding, compatibility mode) changes what equals what; in SQL it is read with
 * {@code cast(name as varchar)}.
 */
@NullMarked
package io.connreg.jdbc;

import org.jspecify.annotations.NullMarked;
