package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.KeyId;
import io.connreg.KeyInUseException;
import io.connreg.KeyState;
import io.connreg.KeyStatus;
import io.connreg.KeysStatus;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.core.MasterKey;
import io.connreg.spec.CustomSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two registries over one store, what was acknowledged there, and what must hold after whatever is done. */
final class KeyLife implements AutoCloseable {
    private static final MasterKey MASTER_KEY = MasterKey.line(MasterKey.generate());
    private static final Map<KeyState, Set<KeyState>> ARROWS = Map.of(
            KeyState.STAGED, Set.of(KeyState.STAGED, KeyState.PRIMARY),
            KeyState.PRIMARY, Set.of(KeyState.PRIMARY, KeyState.RETIRING),
            KeyState.RETIRING, Set.of(KeyState.RETIRING, KeyState.DISABLED),
            KeyState.DISABLED, Set.of(KeyState.DISABLED, KeyState.DESTROYED),
            KeyState.DESTROYED, Set.of(KeyState.DESTROYED));

    /** Something that one of the two registries does, to a connection or a key of some number. */
    record Deed(Kind kind, int number, int side) {}

    enum Kind {
        CREATE,
        SET,
        RENAME,
        DELETE,
        ROTATE,
        RESEAL,
        CANCELLED_RESEAL,
        RETIRE,
        DESTROY,
        VERIFY,
        WAIT
    }

    private final SteppedClock clock = new SteppedClock();
    private final SharedStore store;
    private final List<ConnectionRegistry> sides;
    private final Map<String, String> secrets = new HashMap<>();
    private final List<String> ids = new ArrayList<>();
    private KeysStatus before;
    private int names;

    KeyLife(SharedStore store) {
        this.store = store;
        this.sides = List.of(store.open(MASTER_KEY, clock), store.open(MASTER_KEY, clock));
        this.before = sides.get(0).keys().status();
    }

    /** What came of it. */
    String run(Deed deed) {
        String outcome;
        try {
            act(deed, sides.get(deed.side()));
            outcome = " done";
        } catch (KeyInUseException e) {
            outcome = " refused";
        }
        check();
        return deed.kind() + outcome;
    }

    private void act(Deed deed, ConnectionRegistry registry) {
        switch (deed.kind()) {
            case CREATE, SET, RENAME, DELETE -> change(deed, registry.actingAs(Person.ALICE.caller()));
            case ROTATE -> registry.keys().rotate();
            case RESEAL -> assertThat(registry.keys().reseal().unreadable()).isZero();
            case CANCELLED_RESEAL -> cancel(registry);
            case RETIRE, DESTROY -> end(deed, registry);
            case VERIFY -> assertThat(registry.keys().verify().done()).isEqualTo(secrets.size());
            case WAIT -> clock.step(Duration.ofMinutes(40));
        }
    }

    private void change(Deed deed, Connections connections) {
        String name = "c-" + names++;
        if (deed.kind() == Kind.CREATE || ids.isEmpty()) {
            String id = connections
                    .create(CreateConnection.of(name, CustomSpec.empty().secret("s", Secret.of(name))))
                    .id();
            ids.add(id);
            secrets.put(id, name);
            return;
        }
        String id = ids.get(deed.number() % ids.size());
        if (deed.kind() == Kind.SET) {
            connections.update(UpdateConnection.of(id).setSecret("s", Secret.of(name)));
            secrets.put(id, name);
        } else if (deed.kind() == Kind.RENAME) {
            connections.update(UpdateConnection.of(id).rename(name));
        } else {
            connections.delete(id);
            ids.remove(id);
            secrets.remove(id);
        }
    }

    private static void cancel(ConnectionRegistry registry) {
        IllegalStateException cancelled = new IllegalStateException("cancelled");
        try {
            registry.keys().reseal(soFar -> {
                throw cancelled;
            });
        } catch (IllegalStateException e) {
            assertThat(e).isSameAs(cancelled);
        }
    }

    private void end(Deed deed, ConnectionRegistry registry) {
        List<KeyStatus> keys = before.keys();
        if (!keys.isEmpty()) {
            KeyId key = keys.get(deed.number() % keys.size()).id();
            if (deed.kind() == Kind.RETIRE) {
                registry.keys().retire(key);
            } else {
                registry.keys().destroy(key);
            }
        }
    }

    private void check() {
        KeysStatus now = sides.get(0).keys().status();
        assertThat(sides.get(1).keys().status()).isEqualTo(now);
        assertThat(now.lost()).isEmpty();
        assertThat(now.in(KeyState.PRIMARY)).hasSize(now.keys().isEmpty() ? 0 : 1);
        for (int i = 0; i < now.keys().size(); i++) {
            KeyStatus key = now.keys().get(i);
            if (i < before.keys().size()) {
                checkArrow(before.keys().get(i), key);
            }
            if (key.state() == KeyState.DISABLED || key.state() == KeyState.DESTROYED) {
                assertThat(key.secrets()).isZero();
            }
        }
        before = now;
        for (ConnectionRegistry side : sides) {
            secrets.forEach((id, secret) -> assertOpens(side, id, secret));
        }
    }

    private void checkArrow(KeyStatus was, KeyStatus is) {
        assertThat(is.id()).isEqualTo(was.id());
        assertThat(ARROWS.get(was.state())).contains(is.state());
        if (is.state() == KeyState.DESTROYED && was.state() == KeyState.DISABLED) {
            assertThat(was.since().plus(SharedStore.GRACE)).isBeforeOrEqualTo(clock.instant());
        }
    }

    private static void assertOpens(ConnectionRegistry side, String id, String secret) {
        try (OpenedConnection opened = side.actingAs(Person.ALICE.caller()).open(id)) {
            assertThat(opened.spec().secrets()).containsEntry("s", Secret.of(secret));
        }
    }

    @Override
    public void close() {
        sides.forEach(ConnectionRegistry::close);
        store.close();
    }
}
