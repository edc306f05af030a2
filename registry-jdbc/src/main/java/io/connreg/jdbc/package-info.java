/**
 * Keeps a registry in a JDBC database, so far H2 (2.x). {@link io.connreg.jdbc.JdbcStores} opens one, by URL or on a
 * host's {@link javax.sql.DataSource}; its tables have names that begin with {@code connreg_}, in the connection's
 * current schema, and are made when it is opened.
 *
 * <p>What has been acknowledged survives the kill of the process, whatever settings the database has: each write is
 * followed by a {@code CHECKPOINT}. A power loss, or a crash of the operating system, may take the last writes, unless
 * the store was opened with {@link io.connreg.jdbc.Durability#POWER_LOSS}. An in-memory database keeps nothing.
 *
 * <p>H2 closes a database on disk when a thread is interrupted while it reads or writes the file. A thread that comes
 * interrupted is no danger; where threads are interrupted at any time, use a URL as
 * {@code jdbc:h2:async:./data/registry}, with which H2 opens files that an interrupt does not close. Whoever else opens the file in the same process must
 * spell the URL the same.
 *
 * <p>Text that is compared (ids, names, types, users, models) is kept as its UTF-8 bytes, so that no setting of a
 * host's database (case, collation, padding, compatibility mode) changes what equals what; in SQL it is read with
 * {@code cast(name as varchar)}.
 */
@NullMarked
package io.connreg.jdbc;

import org.jspecify.annotations.NullMarked;
