package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.servers.MariaDbServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Opening a store on a server, and what is said where that cannot be. */
final class ServerOpeningTest {
    @Nested
    final class OnPostgreSql extends ServerOpeningRules {
        OnPostgreSql() {
            super(Kind.POSTGRESQL);
        }

        @Override
        String[] makeUser(String database, String user) {
            return new String[] {"create role " + user + " login password 'canary'"};
        }

        @Override
        String[] allowRows(String user) {
            return new String[] {
                "grant select, insert, update, delete on all tables in schema public to " + user,
            };
        }

        @Override
        String dropUser(String user) {
            return "drop role " + user;
        }

        @Test
        void aServerThatAcknowledgesBeforeItWritesIsToldNotToOrRefused() {
            try (Kind.Fresh database = Kind.POSTGRESQL.newDatabase()) {
                String name = database.url().replaceAll(".*/([^?]*).*", "$1");
                Sessions.execute(database.url(), "alter database " + name + " set synchronous_commit = off");
                JdbcStores.open(database.url()).close();
                assertThatThrownBy(() -> JdbcStores.on(new FaultySource(database.url()).source()))
                        .hasMessageContaining("SET synchronous_commit = on");
            }
        }
    }

    @Nested
    @Tag("mariadb")
    final class OnMariaDb extends ServerOpeningRules {
        OnMariaDb() {
            super(Kind.MARIADB);
        }

        @Override
        String[] makeUser(String database, String user) {
            return new String[] {
                "create user " + user + " identified by 'canary'",
                "grant select, insert, update, delete on " + database + ".* to " + user
            };
        }

        @Override
        String[] allowRows(String user) {
            return new String[0];
        }

        @Override
        String dropUser(String user) {
            return "drop user " + user;
        }

        @Test
        void aServerThatCutsLongValuesIsToldNotToOrRefused() {
            try (Kind.Fresh database = Kind.MARIADB.newDatabase()) {
                String lax = database.url() + "&sessionVariables=sql_mode=''";
                JdbcStores.open(lax).close();
                assertThatThrownBy(() -> JdbcStores.on(new FaultySource(lax).source()))
                        .hasMessageContaining("Let sql_mode hold STRICT_ALL_TABLES");
            }
        }

        @Test
        void aServerThatAcknowledgesBeforeItWritesIsRefused() {
            String admin = MariaDbServer.shared().adminUrl();
            try (Kind.Fresh database = Kind.MARIADB.newDatabase()) {
                Sessions.execute(admin, "set global innodb_flush_log_at_trx_commit = 0");
                assertThatThrownBy(() -> JdbcStores.open(database.url()))
                        .hasMessageContaining("Let innodb_flush_log_at_trx_commit be 1");
            } finally {
                Sessions.execute(admin, "set global innodb_flush_log_at_trx_commit = 1");
            }
        }
    }
}
