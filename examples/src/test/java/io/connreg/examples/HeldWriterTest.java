package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.KeyId;
import io.connreg.KeyInUseException;
import io.connreg.KeyState;
import io.connreg.Keys;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.core.MasterKey;
import io.connreg.jdbc.JdbcStores;
import io.connreg.spec.CustomSpec;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A writer that is held between its statement and its commit, while its key goes all the way but the last step. */
final class HeldWriterTest {
    private final ExecutorService writer = Executors.newSingleThreadExecutor();

    @AfterEach
    void close() {
        writer.shutdown();
    }

    @ParameterizedTest
    @EnumSource(ServedStore.Kind.class)
    void whatItCommitsLateIsCountedAndResealed(ServedStore.Kind kind) throws Exception {
        MasterKey masterKey = MasterKey.line(MasterKey.generate());
        SteppedClock clock = new SteppedClock();
        try (ServedStore store = kind.start();
                ConnectionRegistry operator = SharedStore.open(JdbcStores.open(store.url()), masterKey, clock)) {
            HeldSource source = new HeldSource(store.url());
            try (ConnectionRegistry host = SharedStore.open(JdbcStores.on(source.source()), masterKey, clock)) {
                Connections late = host.actingAs(Person.ALICE.caller());
                CustomSpec spec = CustomSpec.empty().secret("s", Secret.of("early"));
                String id = late.create(CreateConnection.of("c", spec)).id();
                late.update(UpdateConnection.of(id).clearSecret("s"));
                source.hold();
                Future<ConnectionView> held =
                        writer.submit(() -> late.update(UpdateConnection.of(id).setSecret("s", Secret.of("late"))));
                source.awaitHeld();

                Keys keys = operator.keys();
                KeyId old = RotationUnderFireTest.primary(operator);
                keys.rotate();
                assertThat(keys.reseal().done()).isZero();
                keys.retire(old);
                clock.step(SharedStore.GRACE);
                source.letGo();
                assertThat(held.get().keyIds()).containsEntry("s", old);

                assertThatExceptionOfType(KeyInUseException.class)
                        .isThrownBy(() -> keys.destroy(old))
                        .satisfies(refusal -> assertThat(refusal.connections()).containsExactly(id));
                assertThat(keys.status().in(KeyState.RETIRING)).containsExactly(old);
                assertOpens(late, id);

                assertThat(keys.reseal().done()).isEqualTo(1);
                keys.retire(old);
                clock.step(SharedStore.GRACE);
                keys.destroy(old);
                assertThat(keys.status().in(KeyState.DESTROYED)).hasSize(1);
                assertThat(keys.verify().done()).isEqualTo(1);
                assertOpens(late, id);
                assertOpens(operator.actingAs(Person.ALICE.caller()), id);
            } finally {
                source.letGo();
            }
        }
    }

    private static void assertOpens(Connections connections, String id) {
        try (OpenedConnection opened = connections.open(id)) {
            assertThat(opened.spec().secrets()).containsEntry("s", Secret.of("late"));
        }
    }
}
