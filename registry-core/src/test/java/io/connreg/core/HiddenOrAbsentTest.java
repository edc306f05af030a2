package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionNotFoundException;
import io.connreg.Connections;
import io.connreg.OperationEvent;
import io.connreg.UpdateConnection;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The audit knows whether a connection is hidden or absent; nothing that the caller gets does. */
final class HiddenOrAbsentTest {
    private static final String ABSENT = "conn-zzzzzzzzzzzzzzzzzz";
    private static final Map<String, BiConsumer<Connections, String>> DOORS = Map.of(
            "get", Connections::get,
            "open", Connections::open,
            "update", (connections, id) -> connections.update(UpdateConnection.of(id)),
            "delete", Connections::delete,
            "delete a revision", (connections, id) -> connections.delete(id, 1),
            "validate", Connections::validate,
            "validate an update", (connections, id) -> connections.validate(UpdateConnection.of(id)));

    private final AuditDesk audit = new AuditDesk();
    private final String hidden = audit.desk.alice.create(Desk.ordersDb()).id();

    static Stream<String> doors() {
        return DOORS.keySet().stream();
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void theEventsDifferAndTheExceptionsDoNot(String door) {
        check(Objects.requireNonNull(DOORS.get(door), door), hidden, ABSENT);
    }

    @Test
    void byNameToo() {
        check((connections, name) -> connections.getByName("ws-1", name), "orders-db", "absent");
    }

    private void check(BiConsumer<Connections, String> door, String ofHidden, String ofAbsent) {
        List<ConnectionNotFoundException> thrown = new ArrayList<>();
        audit.told.clear();
        for (String which : List.of(ofHidden, ofAbsent)) {
            try {
                door.accept(audit.bob, which);
            } catch (ConnectionNotFoundException e) {
                thrown.add(e);
            }
        }

        assertThat(thrown).hasSize(2);
        assertSame(thrown.get(0), ofHidden, thrown.get(1), ofAbsent);
        assertThat(audit.told).extracting(OperationEvent::failure).containsExactly("NOT_FOUND", "NOT_FOUND");
        assertThat(audit.told).extracting(OperationEvent::hidden).containsExactly(true, false);
        assertThat(audit.told.element().connectionId()).isEqualTo(hidden);
        assertThat(audit.told.element().workspaceId()).isEqualTo("ws-1");
    }

    /** In all that can be asked of an exception, and in all that it holds. */
    private static void assertSame(
            ConnectionNotFoundException one, String ofOne, ConnectionNotFoundException other, String ofOther) {
        assertThat(String.valueOf(one.getMessage()).replace(ofOne, ofOther)).isEqualTo(other.getMessage());
        assertThat(one.getStackTrace()).isEqualTo(other.getStackTrace());
        assertThat(one.getCause()).isNull();
        assertThat(one.getSuppressed()).isEmpty();
        assertThat(other.getSuppressed()).isEmpty();
        List<String> fields = Stream.<Class<?>>iterate(
                        one.getClass(), type -> type != RuntimeException.class, type -> type.getSuperclass())
                .flatMap(type -> Stream.of(type.getDeclaredFields()))
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .toList();
        assertThat(fields).containsExactly("code");
        assertThat(one.code()).isEqualTo(other.code());
    }
}
