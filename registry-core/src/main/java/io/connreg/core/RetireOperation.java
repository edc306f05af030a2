package io.connreg.core;

import io.connreg.KeyId;
import io.connreg.KeyInUseException;
import io.connreg.KeyState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The end of a key's life: retire ► destroy, each only if nothing hangs on it, and the last one after a grace. */
final class RetireOperation {
    private static final int MOST_NAMED = 10;

    private final Engine engine;
    private final SlotSeal seal;
    private final Duration grace;

    RetireOperation(Engine engine, SlotSeal seal, Duration grace) {
        this.engine = engine;
        this.seal = seal;
        this.grace = grace;
    }

    void retire(KeyId id) {
        String attempt = "retire key " + id;
        engine.keys().change(attempt, known -> switch (find(known, id, attempt).state()) {
            case STAGED, PRIMARY -> throw tooEarly(attempt, "it is not retiring: rotate first");
            case RETIRING -> {
                if (secretsOn(id) > 0) {
                    throw secretsHang(attempt, id);
                }
                yield Optional.of(moved(known, id, KeyState.DISABLED, "key " + id + " was retired"));
            }
            case DISABLED, DESTROYED -> Optional.empty();
        });
    }

    void destroy(KeyId id) {
        String attempt = "destroy key " + id;
        DataKeys behind = engine.keys().change(attempt, known -> {
            DataKey key = find(known, id, attempt);
            return switch (key.state()) {
                case STAGED, PRIMARY, RETIRING -> Optional.empty();
                case DISABLED -> Optional.of(destroyed(known, key, attempt));
                case DESTROYED -> Optional.empty();
            };
        });
        KeyState state = find(behind, id, attempt).state();
        if (state != KeyState.DESTROYED) {
            throw secretsOn(id) > 0
                    ? secretsHang(attempt, id)
                    : tooEarly(attempt, "it is " + state + ", not DISABLED: retire it first");
        }
    }

    /** Or put a step back, if a secret came in late. */
    private SlotChange destroyed(DataKeys known, DataKey key, String attempt) {
        KeyId id = key.id();
        if (secretsOn(id) > 0) {
            return moved(known, id, KeyState.RETIRING, "key " + id + " is retiring again: a secret came in late");
        }
        Instant end = key.since().plus(grace);
        if (engine.clock().instant().isBefore(end)) {
            throw tooEarly(attempt, "a write that began before it was retired may still come in: try again at " + end);
        }
        return new SlotChange(
                seal.next(known.slot(), (table, now) -> table.destroyed(id, now)), "key " + id + " was destroyed");
    }

    private SlotChange moved(DataKeys known, KeyId id, KeyState state, String event) {
        return new SlotChange(seal.next(known.slot(), (table, now) -> table.moved(id, state, now)), event);
    }

    private static DataKey find(DataKeys known, KeyId id, String attempt) {
        return known.find(id)
                .orElseThrow(() -> new IllegalArgumentException("cannot " + attempt + ": there is no such key"));
    }

    private long secretsOn(KeyId id) {
        return engine.store().countSecretsByKey().getOrDefault(id, 0L);
    }

    private KeyInUseException secretsHang(String attempt, KeyId id) {
        List<String> connections = engine.store().scanByKey(id, "", MOST_NAMED).stream()
                .map(row -> row.head().id())
                .toList();
        return new KeyInUseException(
                "cannot " + attempt + ": " + secretsOn(id) + " secrets are sealed with it, in connections as "
                        + connections + "; reseal, and repair or delete what that lists as unreadable",
                connections);
    }

    private static KeyInUseException tooEarly(String attempt, String why) {
        return new KeyInUseException("cannot " + attempt + ": " + why, List.of());
    }
}
