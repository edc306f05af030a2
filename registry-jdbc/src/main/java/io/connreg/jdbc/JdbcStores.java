package io.connreg.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.connreg.RegistrySetupException;
import io.connreg.spi.ConnectionStore;
import java.util.Objects;
import javax.sql.DataSource;

/**
 * Opens connection stores in JDBC databases, so far H2 2.x, and makes their tables if they are not there. H2 needs a
 * user with admin rights, since only such a user may ask it for durable writes.
 *
 * <p>Every method throws {@link RegistrySetupException} if the store cannot be opened, with what to do about it.
 */
public final class JdbcStores {
    private JdbcStores() {}

    /** As {@link #open(String, Durability)}, safe from a process crash. */
    public static ConnectionStore open(String url) {
        return open(url, Durability.PROCESS_CRASH);
    }

    /**
     * Opens a store with a connection pool of its own, of at most 8 connections, which closing the store closes.
     *
     * @param url a JDBC URL, as {@code jdbc:h2:./data/registry}; user and password, if any, are in it
     * @param durability what an acknowledged write survives
     */
    public static ConnectionStore open(String url, Durability durability) {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(durability, "durability");
        HikariDataSource pool = OwnPool.open(url);
        try {
            return new JdbcStore(Database.open(Lender.own(pool, StoreUrl.shown(url)), durability));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** As {@link #on(DataSource, Durability)}, safe from a process crash. */
    public static ConnectionStore on(DataSource source) {
        return on(source, Durability.PROCESS_CRASH);
    }

    /**
     * Opens a store on a host's connections. The source is never closed. Each operation takes one connection, commits
     * on its own and gives the connection back with the auto-commit it came with; so the source must not hand out the
     * connection of a transaction that the host has open. When the tables are made or brought up to date, a second
     * connection is taken for a moment.
     *
     * @param source where connections come from
     * @param durability what an acknowledged write survives
     */
    public static ConnectionStore on(DataSource source, Durability durability) {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(durability, "durability");
        return new JdbcStore(Database.open(Lender.host(source), durability));
    }
}
