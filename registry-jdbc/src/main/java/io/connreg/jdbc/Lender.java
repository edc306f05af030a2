package io.connreg.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * Where a store's connections come from.
 *
 * @param source hands them out
 * @param shown what messages call the database
 * @param sessionsAreOurs whether each session was told what ours are told when they begin
 * @param renew drops those that are not out; they lead to a database that was closed under them
 * @param close gives up what is the store's own
 */
record Lender(DataSource source, String shown, boolean sessionsAreOurs, Runnable renew, Runnable close) {

    static Lender own(HikariDataSource pool, String shown) {
        return new Lender(pool, shown, true, () -> pool.getHikariPoolMXBean().softEvictConnections(), pool::close);
    }

    /** A host's source, to which nothing is done. */
    static Lender host(DataSource source) {
        return new Lender(source, "the host's DataSource", false, () -> {}, () -> {});
    }
}
