package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.ListConnections;
import io.connreg.OperationEvent;
import io.connreg.RegistryException;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.spec.RdsSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.EventType;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a flight recording holds of the operations, and what neither it nor any event does. */
final class FlightRecordingTest {
    private static final String EVENT = "io.connreg.Operation";
    private static final String CANARY = "c4nary-in-the-flight";

    private final Desk desk = new Desk();
    private final String id = desk.alice.create(Desk.ordersDb()).id();

    @TempDir
    private Path folder;

    private Path record(Runnable operations) throws IOException {
        try (Recording recording = new Recording()) {
            recording.enable(EVENT).withThreshold(Duration.ZERO);
            recording.start();
            operations.run();
            recording.stop();
            Path file = folder.resolve("flight.jfr");
            recording.dump(file);
            return file;
        }
    }

    private static List<RecordedEvent> operationsIn(Path file) throws IOException {
        return RecordingFile.readAllEvents(file).stream()
                .filter(event -> event.getEventType().getName().equals(EVENT))
                .toList();
    }

    @Test
    void anOperationIsRecordedWithoutAnyListener() throws IOException {
        List<RecordedEvent> recorded = operationsIn(record(() -> {
            desk.admin.inRequest("r-7").open(id).close();
            fails(() -> desk.bob.get(id));
            desk.registry.keys().rotate();
            desk.alice.list(ListConnections.inWorkspace("ws-1"));
        }));

        assertThat(recorded)
                .extracting(event -> event.getString("operation"))
                .containsExactly("OPEN", "GET", "KEYS_ROTATE", "LIST");
        RecordedEvent open = recorded.get(0);
        assertThat(open.getString("user")).isEqualTo("root");
        assertThat(open.getBoolean("administrator")).isTrue();
        assertThat(open.getString("request")).isEqualTo("r-7");
        assertThat(open.getString("workspace")).isEqualTo("ws-1");
        assertThat(open.getString("connection")).isEqualTo(id);
        assertThat(open.getString("connectionName")).isEqualTo("orders-db");
        assertThat(open.getString("secretNames")).isEqualTo("password");
        assertThat(open.getString("failure")).isNull();
        assertThat(open.getDuration()).isPositive();
        assertThat(open.getStackTrace()).isNull();
        RecordedEvent hidden = recorded.get(1);
        assertThat(hidden.getString("failure")).isEqualTo("NOT_FOUND");
        assertThat(hidden.getBoolean("hidden")).isTrue();
        assertThat(recorded.get(2).getString("user")).isNull();
        assertThat(recorded.get(2).getString("key")).hasSize(8);
        assertThat(recorded.get(3).getLong("rows")).isEqualTo(1);
    }

    @Test
    void theEventIsLabelledForWhoeverReadsIt() throws IOException {
        EventType type = operationsIn(record(() -> desk.alice.get(id))).get(0).getEventType();

        assertThat(type.getLabel()).isEqualTo("Registry Operation");
        assertThat(type.getCategoryNames()).containsExactly("Connection Registry");
        assertThat(type.getDescription()).isNotEmpty();
        assertThat(type.getFields())
                .allSatisfy(field -> assertThat(field.getLabel()).isNotEmpty());
    }

    @Test
    void noValueIsInARecordingOrInAnyEvent() throws IOException {
        List<OperationEvent> told = new ArrayList<>();
        Path file;
        try (ConnectionRegistry registry =
                desk.builder().auditListener(told::add).open()) {
            file = record(() -> use(registry.actingAs(Desk.ALICE)));
        }

        assertThat(told).hasSizeGreaterThan(10).hasSameSizeAs(operationsIn(file));
        assertThat(told).noneMatch(event -> event.toString().contains(CANARY));
        assertThat(operationsIn(file)).noneMatch(event -> event.toString().contains(CANARY));
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("canaries").doesNotContain(CANARY);
    }

    /** The canary is each value that there is, in operations that succeed and that fail. */
    private void use(Connections connections) {
        Secret canary = Secret.of(CANARY);
        RdsSpec spec = RdsSpec.at("mysql", CANARY, 3306, CANARY).login(CANARY, canary);
        CreateConnection request = CreateConnection.of("canaries", spec).description(CANARY);
        ConnectionView made = connections.create(request);
        UpdateConnection change = UpdateConnection.of(made.id())
                .setConfig("host", CANARY + "2")
                .setSecret("password", canary)
                .description(CANARY + "2");
        fails(() -> connections.create(request));
        connections.get(made.id());
        connections.open(made.id()).close();
        connections.validate(change);
        fails(() -> connections.validate(change.ifRevision(9)));
        connections.validate(spec);
        connections.update(change);
        fails(() -> connections.update(change.setConfig("port", CANARY)));
        desk.probe.script = (given, limit) -> {
            throw new IllegalStateException(CANARY);
        };
        connections.validate(made.id());
        connections.list(ListConnections.inAllWorkspaces().model(CANARY));
        fails(() -> connections.list(ListConnections.inAllWorkspaces().after(CANARY)));
        connections.delete(made.id());
    }

    private static void fails(Runnable operation) {
        try {
            operation.run();
        } catch (RegistryException expected) {
            return;
        }
        throw new AssertionError("it should have failed");
    }
}
