package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.servers.MariaDbServer;
import io.connreg.servers.OwnServer;
import io.connreg.servers.PostgresServer;
import io.connreg.servers.TestDatabase;
import io.connreg.spi.ConnectionStore;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A server that is killed under load, and sessions that it ends: what was acknowledged is there, nothing twice or by half,
 * and the store goes on. With the system property {@code registry.test.kills} it is killed that many times.
 */
final class KilledServerTest {
    private static final int KILLS = Integer.getInteger("registry.test.kills", 2);
    private static final int WRITES_BETWEEN = 400;

    @Test
    void whatPostgreSqlAcknowledgedSurvivesItsKill() {
        try (OwnServer server = PostgresServer.start()) {
            killed(server);
        }
    }

    @Test
    @Tag("mariadb")
    void whatMariaDbAcknowledgedSurvivesItsKill() {
        try (OwnServer server = MariaDbServer.start()) {
            killed(server);
        }
    }

    private static void killed(OwnServer server) {
        try (TestDatabase database = server.newDatabase()) {
            disturbed(database.url(), round -> {
                server.kill();
                server.restart();
            });
        }
    }

    @Test
    void sessionsThatPostgreSqlEndsAreReplaced() {
        try (Kind.Fresh database = Kind.POSTGRESQL.newDatabase()) {
            disturbed(
                    database.url(),
                    round -> Sessions.texts(
                            database.url(),
                            "select pg_terminate_backend(pid) from pg_stat_activity"
                                    + " where datname = current_database() and pid <> pg_backend_pid()"));
        }
    }

    @Test
    @Tag("mariadb")
    void sessionsThatMariaDbEndsAreReplaced() {
        try (Kind.Fresh database = Kind.MARIADB.newDatabase()) {
            String others = "select id from information_schema.processlist"
                    + " where db = database() and id <> connection_id()";
            // One that has gone by itself meanwhile is none to be ended.
            disturbed(
                    database.url(),
                    round -> Sessions.texts(database.url(), others)
                            .forEach(id -> Sessions.execute(
                                    database.url(),
                                    "begin not atomic declare continue handler for 1094 begin end; kill " + id
                                            + "; end")));
        }
    }

    private static void disturbed(String url, Consumer<Integer> disturbance) {
        try (ConnectionStore store = JdbcStores.open(url)) {
            Load load = new Load(store);
            for (int round = 0; round < KILLS; round++) {
                load.awaitWrites(WRITES_BETWEEN);
                disturbance.accept(round);
            }
            load.awaitWrites(WRITES_BETWEEN);
            load.end();
            load.check(url);
            assertThat(load.toString()).isNotEmpty();
            System.out.println(KILLS + " times: " + load);
        }
    }
}
