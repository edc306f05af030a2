package io.connreg.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.connreg.RegistrySetupException;
import io.connreg.spi.ConnectionStore;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Opens connection stores in JDBC databases (H2 2.x, PostgreSQL, MariaDB), and makes their tables if they are not there.
 * The database's driver must be on the class path or module path. H2 needs a user with admin rights, since only such a
 * user may ask it for durable writes.
 *
 * <p>Every method that opens throws {@link RegistrySetupException} if the store cannot be opened, with what to do about
 * it.
 */
public final class JdbcStores {
    private JdbcStores() {}

    /** As {@link #open(String, JdbcOptions)}, with {@link JdbcOptions#DEFAULT}. */
    public static ConnectionStore open(String url) {
        return open(url, JdbcOptions.DEFAULT);
    }

    /**
     * Opens a store with a connection pool of its own, of at most 8 connections, which closing the store closes.
     *
     * @param url a JDBC URL, as {@code jdbc:h2:./data/registry}; user and password, if any, are in it
     */
    public static ConnectionStore open(String url, JdbcOptions options) {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(options, "options");
        HikariDataSource pool = OwnPool.open(url, options);
        try {
            return new JdbcStore(Database.open(Lender.own(pool, StoreUrl.shown(url)), options));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** As {@link #on(DataSource, JdbcOptions)}, with {@link JdbcOptions#DEFAULT}. */
    public static ConnectionStore on(DataSource source) {
        return on(source, JdbcOptions.DEFAULT);
    }

    /**
     * Opens a store on a host's connections. The source is never closed. Each operation takes one connection, commits
     * on its own and gives the connection back with the auto-commit and the isolation it came with; on PostgreSQL it lets
     * the server end its own transactions, and no others, when this process is silent in them. The source must not
     * hand out the connection of a transaction that the host has open: if connections otherwise come with auto-commit,
     * one that does not is refused. Where they usually come without it, none can be told from another: there the source must
     * know nothing of transactions, and the store not be opened within one. When the tables are made or brought up to date, a second connection is taken for a
     * moment.
     *
     * @param source where connections come from
     */
    public static ConnectionStore on(DataSource source, JdbcOptions options) {
        Objects.requireNonNull(options, "options");
        requireFreeOfTransactions(Objects.requireNonNull(source, "source"));
        return new JdbcStore(Database.open(Lender.host(source), options));
    }

    /** Spring's, known by its name: each operation within a transaction would be refused. */
    private static void requireFreeOfTransactions(DataSource source) {
        for (Class<?> type = source.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getSimpleName().equals("TransactionAwareDataSourceProxy")) {
                throw new RegistrySetupException("Cannot keep a registry on a " + type.getSimpleName()
                        + ": it hands out connections of transactions that the host has open. Give the registry the DataSource"
                        + " behind it.");
            }
        }
    }

    /**
     * The statements that make the tables, for an admin to run where the application's user may not. A store that finds
     * them there makes none.
     *
     * @param url of the database, or just the beginning that tells its kind, as {@code jdbc:postgresql:}
     * @throws IllegalArgumentException if it is no database that is known here
     */
    public static String ddl(String url, JdbcOptions options) {
        return Dialects.of(url)
                .map(dialect -> Schema.script(dialect, options.tablePrefix()))
                .orElseThrow(() -> new IllegalArgumentException("no such database: " + StoreUrl.shown(url)));
    }
}
