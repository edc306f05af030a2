package io.connreg.jdbc;

import io.connreg.RegistrySetupException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** MariaDB, and MySQL as far as it agrees. */
final class MariaDb implements Dialect {

    @Override
    public List<String> urls() {
        return List.of("jdbc:mariadb:", "jdbc:mysql:");
    }

    @Override
    public List<String> products() {
        return List.of("MariaDB", "MySQL");
    }

    @Override
    public String driver() {
        return "org.mariadb.jdbc:mariadb-java-client";
    }

    @Override
    public String scripts() {
        return "mariadb";
    }

    /** Values that are too long must be refused, not cut. What is between the marks MySQL takes for a comment. */
    @Override
    public String sessionSetup(JdbcOptions options) {
        return "set session sql_mode = concat(@@sql_mode, ',STRICT_ALL_TABLES'),"
                + " session innodb_lock_wait_timeout = "
                + Math.max(1, options.statementTimeout().toSeconds())
                + "/*M! , session max_statement_time = "
                + options.statementTimeout().toMillis() / 1_000.0
                + " */ /*M!100300 , session idle_transaction_timeout = "
                + options.longestSilence().toSeconds() + " */";
    }

    @Override
    public Flush prepare(Handle handle, Durability durability, String shown) {
        if (!variable(handle, "sql_mode").contains("STRICT_")) {
            throw new RegistrySetupException("Cannot keep a registry in " + shown
                    + ": the server cuts values that are too long. Let sql_mode hold STRICT_ALL_TABLES.");
        }
        String flushed = variable(handle, "innodb_flush_log_at_trx_commit");
        if (flushed.equals("0") || (durability == Durability.POWER_LOSS && !flushed.equals("1"))) {
            throw new RegistrySetupException("Cannot keep a registry in " + shown
                    + ": the server acknowledges before it writes. Let innodb_flush_log_at_trx_commit be 1.");
        }
        return Flush.NONE;
    }

    private static String variable(Handle handle, String name) {
        return Sql.of("select @@" + name)
                .first(handle, (row, context) -> row.getString(1))
                .orElse("");
    }

    @Override
    public String fromNothing() {
        return " from dual";
    }

    @Override
    public String atMost() {
        return " limit ?";
    }

    @Override
    public String foldedNameHolds() {
        return "locate(?, c.folded_name) > 0";
    }
}
