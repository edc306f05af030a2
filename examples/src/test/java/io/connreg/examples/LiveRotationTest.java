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
import io.connreg.KeyStatus;
import io.connreg.KeyUnavailableException;
import io.connreg.KeyUnavailableException.Reason;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.core.MasterKey;
import io.connreg.spec.CustomSpec;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keys change on every kind of store while people work. */
final class LiveRotationTest {
    private static final int ROWS = 100;
    private static final int WRITERS = 4;
    private static final int ROTATIONS = 3;
    private static final int MINE = 20;

    private final MasterKey masterKey = MasterKey.line(MasterKey.generate());
    private final SteppedClock clock = new SteppedClock();
    /** Held for reading by each write; who has it for writing knows that none is under way. */
    private final ReentrantReadWriteLock underWay = new ReentrantReadWriteLock(true);

    private final AtomicBoolean finished = new AtomicBoolean();

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(SharedStore.Kind.class)
    void keysAreDestroyedUnderTheHandsOfWritersAndNothingIsLost(SharedStore.Kind kind) {
        try (SharedStore store = kind.get();
                ConnectionRegistry first = store.open(masterKey, clock);
                ConnectionRegistry second = store.open(masterKey, clock)) {
            List<ConnectionRegistry> both = List.of(first, second);
            for (int i = 0; i < ROWS; i++) {
                first.actingAs(Person.ALICE.caller()).create(connection("c-" + i, "c-" + i));
            }
            String shared = first.actingAs(Person.ALICE.caller())
                    .create(connection("shared", "any"))
                    .id();

            List<Map<String, String>> acknowledged = Threads.each(WRITERS + 1, number -> {
                if (number < WRITERS) {
                    return write(both.get(number % 2).actingAs(Person.ALICE.caller()), "w" + number, shared);
                }
                rotateAll(both);
                return Map.of();
            });

            List<KeyStatus> keys = first.keys().status().keys();
            assertThat(keys.subList(0, keys.size() - 1))
                    .hasSize(ROTATIONS)
                    .extracting(KeyStatus::state)
                    .containsOnly(KeyState.DESTROYED);
            try (ConnectionRegistry fresh = store.open(masterKey, clock)) {
                assertThat(fresh.keys().verify().unreadable()).isZero();
                Connections connections = fresh.actingAs(Person.ALICE.caller());
                assertThat(secret(connections, shared))
                        .isEqualTo(connections.get(shared).description());
                acknowledged.forEach(of -> of.forEach(
                        (id, text) -> assertThat(secret(connections, id)).isEqualTo(text)));
            }
        }
    }

    /** What it was told is stored, by id. */
    private Map<String, String> write(Connections connections, String writer, String shared) {
        Map<String, String> acknowledged = new HashMap<>();
        Deque<String> ids = new ArrayDeque<>();
        for (int i = 0; !finished.get(); i++) {
            String text = writer + "-" + i;
            underWay.readLock().lock();
            try {
                if (ids.size() < MINE) {
                    ids.add(connections.create(connection(text, text)).id());
                } else if (i % 3 == 0) {
                    connections.delete(ids.element());
                    acknowledged.remove(ids.remove());
                    continue;
                } else {
                    ids.add(ids.remove());
                    connections.update(UpdateConnection.of(ids.getLast()).rename(text));
                    connections.update(UpdateConnection.of(ids.getLast()).setSecret("s", Secret.of(text)));
                }
                acknowledged.put(ids.getLast(), text);
                connections.update(UpdateConnection.of(shared)
                        .setSecret("s", Secret.of(text))
                        .description(text));
            } finally {
                underWay.readLock().unlock();
            }
        }
        return acknowledged;
    }

    private void rotateAll(List<ConnectionRegistry> both) {
        try {
            for (int i = 0; i < ROTATIONS; i++) {
                ConnectionRegistry one = both.get(i % 2);
                KeyId old = one.keys().status().in(KeyState.PRIMARY).get(0);
                one.keys().rotate();
                boolean destroyed = false;
                while (!destroyed) {
                    destroyed = isDestroyed(both, old);
                }
            }
        } finally {
            finished.set(true);
        }
    }

    /** Both reseal at once; false if a write was under way when the key was rotated, and came in behind them. */
    private boolean isDestroyed(List<ConnectionRegistry> both, KeyId old) {
        Threads.each(2, number -> both.get(number).keys().reseal());
        try {
            both.get(0).keys().retire(old);
            waitOut();
            both.get(1).keys().destroy(old);
            return true;
        } catch (KeyInUseException cameInLate) {
            return false;
        }
    }

    /** What a grace is for: all that was under way is done. */
    private void waitOut() {
        underWay.writeLock().lock();
        try {
            clock.step(SharedStore.GRACE);
        } finally {
            underWay.writeLock().unlock();
        }
    }

    @ParameterizedTest
    @EnumSource(SharedStore.Kind.class)
    void aProcessWithOlderKeysOpensWhatIsSealedWithNewerOnesAndSealsWithThem(SharedStore.Kind kind) {
        try (SharedStore store = kind.get();
                ConnectionRegistry first = store.open(masterKey, clock);
                ConnectionRegistry second = store.open(masterKey, clock)) {
            Connections here = first.actingAs(Person.ALICE.caller());
            Connections there = second.actingAs(Person.ALICE.caller());
            String id = here.create(connection("c", "one")).id();
            assertThat(secret(there, id)).isEqualTo("one");

            KeyId next = second.keys().rotate();
            assertThat(here.create(connection("created", "stale")).keyIds()).containsEntry("s", next);
            KeyId third = second.keys().rotate();
            assertThat(here.update(UpdateConnection.of(id).setSecret("s", Secret.of("two")))
                            .keyIds())
                    .containsEntry("s", third);
            second.keys().rotate();
            there.update(UpdateConnection.of(id).setSecret("s", Secret.of("three")));

            assertThat(secret(here, id)).isEqualTo("three");
        }
    }

    @ParameterizedTest
    @EnumSource(SharedStore.Kind.class)
    void theMasterKeyChangesWhileAFleetRolls(SharedStore.Kind kind) {
        MasterKey young = MasterKey.line(MasterKey.generate());
        try (SharedStore store = kind.get();
                ConnectionRegistry first = store.open(masterKey, clock);
                ConnectionRegistry late = store.open(masterKey, clock)) {
            Connections here = first.actingAs(Person.ALICE.caller());
            ConnectionView view = here.create(connection("c", "text"));
            assertThat(secret(late.actingAs(Person.ALICE.caller()), view.id())).isEqualTo("text");

            first.keys().addMasterKey(young);
            try (ConnectionRegistry rolled = store.open(young, clock)) {
                Connections there = rolled.actingAs(Person.ALICE.caller());
                assertThat(secret(there, view.id())).isEqualTo("text");
                assertThat(secret(here, view.id())).isEqualTo("text");
                rolled.keys().removeMasterKey(masterKey.id());
                assertThat(secret(there, there.create(connection("d", "new")).id()))
                        .isEqualTo("new");

                assertThatExceptionOfType(KeyUnavailableException.class)
                        .isThrownBy(() -> late.actingAs(Person.ALICE.caller()).create(connection("e", "refused")))
                        .withMessageContainingAll("was removed", young.id().check());
                assertThat(late.health().reason()).contains(Reason.MASTER_KEY_REMOVED);
                assertThat(late.actingAs(Person.ALICE.caller()).get(view.id())).isEqualTo(view);
            }
        }
    }

    private static CreateConnection connection(String name, String text) {
        return CreateConnection.of(name, CustomSpec.empty().secret("s", Secret.of(text)))
                .description(text);
    }

    private static String secret(Connections connections, String id) {
        try (OpenedConnection opened = connections.open(id)) {
            return Objects.requireNonNull(opened.spec().secrets().get("s")).reveal();
        }
    }
}
