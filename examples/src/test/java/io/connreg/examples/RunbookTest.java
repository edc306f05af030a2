package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.Health;
import io.connreg.KeyState;
import io.connreg.KeyStatus;
import io.connreg.Secret;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.examples.sweep.Overheard;
import io.connreg.spec.CustomSpec;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every block of {@code docs/keys.md} is compiled and run, in the order of the page. */
final class RunbookTest {
    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock();
    private URLClassLoader blocks;

    @BeforeEach
    void compile() throws IOException {
        StringBuilder program = new StringBuilder("import io.connreg.*; import io.connreg.core.*;"
                + " import java.nio.file.Path; public class Runbook {\n");
        List<String> found = JavaPage.blocks("docs/keys.md");
        assertThat(found).as("a block more is run here, too").hasSize(6);
        for (int i = 0; i < found.size(); i++) {
            program.append("public static void block").append(i + 1).append("(ConnectionRegistry registry) {\n");
            program.append(found.get(i).replace("Path.of(\"", "Path.of(\"" + folder + "/"))
                    .append("}\n");
        }
        JavaPage.compile("Runbook", program.append("}\n").toString(), folder);
        blocks = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader());
    }

    @AfterEach
    void close() throws IOException {
        blocks.close();
    }

    @Test
    void thePageIsTrue() throws Exception {
        String id;
        try (ConnectionRegistry registry = open("master.key")) {
            id = create(registry, "one");
            assertThat(run(1, registry)).contains("READY", "PRIMARY", "secrets=1", "local");

            assertThat(run(2, registry)).contains("done 1, already 0", "[]");
            assertStates(registry, KeyState.DISABLED, KeyState.PRIMARY);
            clock.step(Duration.ofHours(1));
            assertThat(run(3, registry)).contains("done 1, already 0, changed meanwhile 0, unreadable 0");
            assertStates(registry, KeyState.DESTROYED, KeyState.PRIMARY);

            String moved = create(registry, "two");
            behindItsBack("update connreg_connection set document = replace(document, '\"two\"', '\"evil\"')");
            assertThat(run(4, registry))
                    .contains(moved + " in ws-1: {s=TAMPERED}")
                    .doesNotContain(id);

            run(5, registry);
            assertThat(registry.keys().status().masterKeys()).hasSize(2);
        }
        try (ConnectionRegistry registry = open("new-master.key")) {
            run(6, registry);
            assertThat(registry.keys().status().masterKeys()).hasSize(1);
            registry.actingAs(Person.ALICE.caller()).open(id).close();
        }
        try (ConnectionRegistry late = open("master.key")) {
            assertThat(late.health().state()).isEqualTo(Health.State.KEYS_UNAVAILABLE);
        }
    }

    /** What it prints. */
    private String run(int block, ConnectionRegistry registry) throws ReflectiveOperationException {
        try (Overheard overheard = Overheard.listen()) {
            blocks.loadClass("Runbook")
                    .getMethod("block" + block, ConnectionRegistry.class)
                    .invoke(null, registry);
            return overheard.text();
        }
    }

    private static void assertStates(ConnectionRegistry registry, KeyState... states) {
        assertThat(registry.keys().status().keys()).extracting(KeyStatus::state).containsExactly(states);
    }

    private static String create(ConnectionRegistry registry, String name) {
        Connections connections = registry.actingAs(Person.ALICE.caller());
        CustomSpec spec = CustomSpec.empty().config("host", name).secret("s", Secret.of("s3cret"));
        return connections.create(CreateConnection.of(name, spec)).id();
    }

    private ConnectionRegistry open(String masterKey) {
        return Registries.builder()
                .url(url())
                .masterKey(MasterKey.fileOrCreate(folder.resolve(masterKey)))
                .clock(clock)
                .open();
    }

    private void behindItsBack(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private String url() {
        return "jdbc:h2:" + folder.resolve("data/registry");
    }
}
