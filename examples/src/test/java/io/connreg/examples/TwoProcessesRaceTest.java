package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.ListConnections;
import io.connreg.OpenedConnection;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.jdbc.JdbcStores;
import io.connreg.spi.ConnectionStore;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.h2.tools.Server;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes, both the first to start, with many threads each, race on one database server. */
@Tag("slow")
final class TwoProcessesRaceTest {
    private static final int ROUNDS = 5;

    @Test
    void ofAllThreadsOfBothProcessesOneWinsEachRaceAndNothingIsLostOrDoubled(@TempDir Path folder)
            throws IOException, SQLException {
        Server server = Server.createTcpServer(
                        "-tcpPort",
                        "0",
                        "-ifNotExists",
                        "-baseDir",
                        folder.resolve("db").toString())
                .start();
        String url = "jdbc:h2:tcp://localhost:" + server.getPort() + "/./registry";
        String keyFile = folder.resolve("master.key").toString();
        try (Child one = Child.run(RacingHost.class, url, keyFile, "one-");
                Child two = Child.run(RacingHost.class, url, keyFile, "two-")) {
            List<Child> both = List.of(one, two);
            assertThat(lines(both, 1)).containsOnly("ready");
            say(both, "open");
            assertThat(lines(both, 1)).containsOnly("open");
            try (ConnectionRegistry registry = Registries.open(url, MasterKey.file(Path.of(keyFile)))) {
                Connections connections = registry.actingAs(Person.KEEPER.caller());
                for (int round = 1; round <= ROUNDS; round++) {
                    race(both, "create c-" + round, "NAME_TAKEN");
                    assertReadable(connections, round);
                    String id = connections.getByName("ws-1", "c-1").id();
                    race(both, "update " + id + " " + round, "REVISION_MISMATCH");
                    assertReadable(connections, round);
                }
            }
            try (ConnectionStore store = JdbcStores.open(url)) {
                assertThat(store.countSecretsByKey()).hasSize(1).containsValue((long) ROUNDS);
            }
        } finally {
            server.stop();
        }
    }

    private static void race(List<Child> both, String line, String others) throws IOException {
        say(both, line);
        List<String> told = lines(both, RacingHost.THREADS);
        assertThat(told).as(line).filteredOn("OK"::equals).hasSize(1);
        assertThat(told).as(line).containsOnly("OK", others);
    }

    private static void assertReadable(Connections connections, int rows) {
        List<ConnectionView> views =
                connections.stream(ListConnections.inAllWorkspaces()).toList();
        assertThat(views).hasSize(rows);
        for (ConnectionView view : views) {
            try (OpenedConnection opened = connections.open(view.id())) {
                assertThat(opened.spec().secrets())
                        .hasEntrySatisfying(
                                "s",
                                secret -> assertThat(secret.reveal())
                                        .isEqualTo(opened.view().description()));
            }
        }
    }

    private static void say(List<Child> children, String line) throws IOException {
        for (Child child : children) {
            Writer input = child.process().outputWriter();
            input.write(line + "\n");
            input.flush();
        }
    }

    private static List<String> lines(List<Child> children, int each) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Child child : children) {
            for (int i = 0; i < each; i++) {
                String line = child.output().readLine();
                assertThat(line).as("the host goes on").isNotNull();
                lines.add(line);
            }
        }
        return lines;
    }
}
