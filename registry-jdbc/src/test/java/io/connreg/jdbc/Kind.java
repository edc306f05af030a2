package io.connreg.jdbc;

import io.connreg.servers.DatabaseServer;
import io.connreg.servers.MariaDbServer;
import io.connreg.servers.PostgresServer;
import io.connreg.servers.TestDatabase;

/** The kinds of databases that stores are tested on, each on a server. */
enum Kind {
    H2(
            "select * from connreg_connection for update; select * from connreg_slot for update",
            "select count(*) from information_schema.sessions where blocker_id is not null"),
    POSTGRESQL(
            "lock table connreg_connection, connreg_slot in exclusive mode",
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock'"),
    MARIADB(
            "select 1 from connreg_connection, connreg_slot for update",
            // the list of transactions is as of a tenth of a second ago, and stays so while it is asked for
            "select variable_value from information_schema.global_status"
                    + " where variable_name = 'INNODB_ROW_LOCK_CURRENT_WAITS'");

    /** What lets writes wait until its transaction ends. */
    final String lock;

    /** How many sessions wait for another one's lock. */
    final String waiting;

    Kind(String lock, String waiting) {
        this.lock = lock;
        this.waiting = waiting;
    }

    private static Fresh on(DatabaseServer server) {
        TestDatabase made = server.newDatabase();
        return new Fresh(made.url(), server.adminUrl(), made::close);
    }

    /** A database with nothing in it. */
    Fresh newDatabase() {
        return switch (this) {
            case H2 -> H2TestServer.newDatabase();
            case POSTGRESQL -> on(PostgresServer.shared());
            case MARIADB -> on(MariaDbServer.shared());
        };
    }

    /**
     * A database for one test.
     *
     * @param adminUrl who sees all sessions, there or elsewhere on the server
     */
    record Fresh(String url, String adminUrl, Runnable end) implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }
}
