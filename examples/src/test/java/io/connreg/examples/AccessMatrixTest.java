package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.ListConnections;
import io.connreg.Secret;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.examples.AccessDoors.Door;
import io.connreg.examples.AccessDoors.Scene;
import io.connreg.examples.AccessMatrix.Cell;
import io.connreg.spec.CustomSpec;
import io.connreg.spi.AccessPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of who may do what, of docs/security.md: each cell, through every door, on every store. */
final class AccessMatrixTest {
    private static final Caller CREATOR = Caller.user("alice").memberOf(AccessDoors.WORKSPACE);
    private static final Caller ADMINISTRATOR = Caller.user("root").administratorOf(AccessDoors.WORKSPACE);

    /** By the table's names. A column that names no accessibility is meant for both. */
    private static final Map<String, Caller> CALLERS = Map.of(
            "outsider", Caller.user("mallory").memberOf("ws-2"),
            "member, PRIVATE", Caller.user("bob").memberOf(AccessDoors.WORKSPACE, "ws-2"),
            "member, PUBLIC", Caller.user("bob").memberOf(AccessDoors.WORKSPACE, "ws-2"),
            "creator, still member", CREATOR,
            "creator who left", Caller.user(CREATOR.userId()).memberOf("ws-2").defaultWorkspace(AccessDoors.WORKSPACE),
            "administrator", ADMINISTRATOR);

    private final List<String> wrong = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void theTableIsWhole() throws IOException {
        List<Cell> cells = AccessMatrix.read();

        assertThat(cells.stream().map(Cell::operation).distinct())
                .containsExactlyInAnyOrderElementsOf(AccessDoors.BY_OPERATION.keySet());
        assertThat(cells.stream().map(Cell::caller).distinct()).containsExactlyInAnyOrderElementsOf(CALLERS.keySet());
        assertThat(cells).hasSize(AccessDoors.BY_OPERATION.size() * CALLERS.size());
        assertThat(cells.stream().filter(cell -> !cell.standard().equals(cell.strict())))
                .extracting(Cell::operation, Cell::caller)
                .containsExactly(tuple("open", "member, PUBLIC"));
    }

    @ParameterizedTest
    @CsvSource({"memory:, false", "memory:, true", "jdbc:h2:FOLDER/registry, false", "jdbc:h2:FOLDER/registry, true"})
    void everyCellHoldsThroughEveryDoor(String url, boolean strict) throws IOException {
        try (ConnectionRegistry registry = Registries.builder()
                .url(url.replace("FOLDER", folder.toString()))
                .masterKey(MasterKey.line(MasterKey.generate()))
                .accessPolicy(strict ? AccessPolicy.strict() : AccessPolicy.standard())
                .open()) {
            for (Cell cell : AccessMatrix.read()) {
                accessibilities(cell).forEach(accessibility -> tryEveryDoor(registry, strict, cell, accessibility));
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static Stream<Accessibility> accessibilities(Cell cell) {
        return Stream.of(Accessibility.values())
                .filter(accessibility ->
                        !cell.caller().startsWith("member") || cell.caller().endsWith(accessibility.name()));
    }

    private void tryEveryDoor(ConnectionRegistry registry, boolean strict, Cell cell, Accessibility accessibility) {
        Connections administrator = registry.actingAs(ADMINISTRATOR);
        for (Door door : AccessDoors.of(cell.operation())) {
            Scene scene = new Scene(
                    registry.actingAs(Objects.requireNonNull(CALLERS.get(cell.caller()), cell.caller())),
                    registry.actingAs(CREATOR).create(secretive("target").accessibility(accessibility)),
                    administrator.create(secretive("other target").accessibility(Accessibility.PUBLIC)));
            String answer = door.use().apply(scene);
            if (!answer.equals(strict ? cell.strict() : cell.standard())) {
                wrong.add(cell + ": " + answer + " through " + door.name() + " for one that is " + accessibility);
            }
            administrator.stream(ListConnections.inAllWorkspaces())
                    .map(ConnectionView::id)
                    .toList()
                    .forEach(administrator::delete);
        }
    }

    private static CreateConnection secretive(String name) {
        return CreateConnection.of(name, CustomSpec.empty().secret("token", Secret.of("t")))
                .inWorkspace(AccessDoors.WORKSPACE);
    }
}
