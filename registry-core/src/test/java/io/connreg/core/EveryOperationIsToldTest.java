package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.KeyId;
import io.connreg.Keys;
import io.connreg.KeysProgress;
import io.connreg.ListConnections;
import io.connreg.MasterKeyId;
import io.connreg.MasterKeySource;
import io.connreg.Operation;
import io.connreg.OperationEvent;
import io.connreg.UpdateConnection;
import io.connreg.spec.ConnectionSpec;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever method there is, called in whatever way, makes one event: a new one cannot be forgotten. */
final class EveryOperationIsToldTest {
    private final AuditDesk audit = new AuditDesk();
    private final String id = audit.desk.alice.create(Desk.ordersDb()).id();
    private final Map<Class<?>, Object> arguments = Map.of(
            String.class,
            id,
            long.class,
            1L,
            CreateConnection.class,
            KeyRingTest.withSecret("new"),
            ListConnections.class,
            ListConnections.inAllWorkspaces(),
            UpdateConnection.class,
            UpdateConnection.of(id).description("d"),
            ConnectionSpec.class,
            Desk.orders(),
            KeysProgress.class,
            (KeysProgress) soFar -> {},
            KeyId.class,
            new KeyId(7),
            MasterKeySource.class,
            MasterKey.line(MasterKey.generate()),
            MasterKeyId.class,
            new MasterKeyId("local", "", "00"));

    static Stream<Method> operations() {
        return Stream.of(Connections.class, Keys.class)
                .flatMap(type -> Stream.of(type.getMethods()))
                .filter(method -> !method.getName().equals("inRequest"));
    }

    @AfterEach
    void close() {
        audit.close();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void makesOneEvent(Method operation) {
        OperationEvent event = eventOf(operation, given(operation));

        assertThat(event.userId()).isEqualTo(operation.getDeclaringClass() == Keys.class ? null : "alice");
        assertThat(event.at()).isEqualTo(audit.clock.instant());
        assertThat(event.requestId()).isNull();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void makesOneEventIfTheRegistryIsClosed(Method operation) {
        audit.registry.close();
        OperationEvent event = eventOf(operation, given(operation));

        assertThat(event.failure()).isEqualTo("java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void makesOneEventIfItIsGivenNothing(Method operation) {
        Object[] nothing = Stream.of(operation.getParameterTypes())
                .map(type -> type == long.class ? 1L : null)
                .toArray();

        assertThat(eventOf(operation, nothing).operation()).isNotNull();
    }

    private Object[] given(Method operation) {
        return Stream.of(operation.getParameterTypes())
                .map(type -> Objects.requireNonNull(arguments.get(type), "give an argument of " + type))
                .toArray();
    }

    private OperationEvent eventOf(Method operation, Object[] arguments) {
        Object target = operation.getDeclaringClass() == Keys.class ? audit.registry.keys() : audit.alice;
        audit.told.clear();
        try {
            operation.invoke(target, arguments);
        } catch (InvocationTargetException failed) {
            assertThat(audit.told).singleElement().matches(event -> !event.isSuccess());
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
        assertThat(audit.told)
                .as(operation + " of " + Arrays.toString(arguments))
                .hasSize(1);
        return audit.told.element();
    }

    @Test
    void eachOperationIsMadeBySomeMethod() {
        Set<Operation> seen = EnumSet.noneOf(Operation.class);
        operations()
                .forEach(operation ->
                        seen.add(eventOf(operation, given(operation)).operation()));

        assertThat(seen).containsExactlyInAnyOrder(Operation.values());
    }
}
