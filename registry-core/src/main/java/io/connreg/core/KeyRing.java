package io.connreg.core;

import io.connreg.KeyId;
import io.connreg.KeyUnavailableException;
import io.connreg.KeyUnavailableException.Reason;
import io.connreg.StorageException;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.WriteOutcome;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The data keys as this process holds them: read from the store's slot when first needed, made there when the store is
 * new, changed there by operations on keys. A failure is never remembered, so that a master key that comes back is found by the next call. Thread-safe.
 */
final class KeyRing {
    private final ConnectionStore store;
    private final SlotSeal seal;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable DataKeys current;
    private long highestVersion;

    KeyRing(ConnectionStore store, SlotSeal seal) {
        this.store = store;
        this.seal = seal;
    }

    /** The keys to seal with; a first key is made if the store has none and no sealed secret either. */
    DataKeys forSealing() {
        DataKeys known = current;
        if (known != null) {
            return known;
        }
        return stored().orElseGet(this::create);
    }

    /** The keys to open secrets with that say they were sealed by these; read afresh once if one is not known. */
    DataKeys forOpening(Collection<KeyId> wanted) {
        DataKeys known = current;
        if (known != null && wanted.stream().allMatch(known::knows)) {
            return known;
        }
        return load().orElseThrow(KeyRing::keysLost);
    }

    /** The keys as the store holds them now; none in a new store. */
    Optional<DataKeys> stored() {
        Optional<DataKeys> loaded = load();
        if (loaded.isEmpty() && !store.countSecretsByKey().isEmpty()) {
            // Another starter may have made the slot, and sealed a row, since it was looked for.
            return Optional.of(load().orElseThrow(KeyRing::keysLost));
        }
        return loaded;
    }

    /** Takes note that the slot has moved. */
    void reload() {
        load();
    }

    /** Drops the keys from memory, as far as Java lets. */
    void forget() {
        current = null;
    }

    /**
     * Puts another slot in the place of the one there is. The change is asked again when another
     * process was first.
     *
     * @param change what is to be made of these keys; empty if nothing
     * @return the keys behind it
     * @throws IllegalArgumentException if the store is new
     */
    DataKeys change(String attempt, Function<DataKeys, Optional<SlotChange>> change) {
        for (int attempts = 0; attempts < Engine.ATTEMPTS; attempts++) {
            DataKeys known = stored().orElseThrow(
                            () -> new IllegalArgumentException("cannot " + attempt + ": there are no keys yet"));
            Optional<SlotChange> wanted = change.apply(known);
            if (wanted.isEmpty()) {
                return known;
            }
            if (replaced(wanted.get().next())) {
                KeyEvents.tell(wanted.get().event());
                return load().orElseThrow(KeyRing::keysLost);
            }
        }
        throw new StorageException(
                "cannot " + attempt + ": the key slot moved " + Engine.ATTEMPTS + " times meanwhile; try again");
    }

    private boolean replaced(KeySlot next) {
        WriteOutcome outcome = store.replaceSlot(next);
        if (outcome != WriteOutcome.DONE && outcome != WriteOutcome.SLOT_CHANGED) {
            throw new IllegalStateException("a store answered " + outcome + " to a new key slot");
        }
        return outcome == WriteOutcome.DONE;
    }

    private Optional<DataKeys> load() {
        loading.lock();
        try {
            Optional<KeySlot> slot = store.slot();
            long version = slot.map(KeySlot::version).orElse(0L);
            DataKeys known = current;
            if (version < highestVersion || isAnother(slot, known)) {
                throw new KeyUnavailableException(
                        Reason.ROLLED_BACK,
                        "the stored keys are at version " + version + ", this process has seen " + highestVersion
                                + ": an older state was put back; close and open the registry if that was meant");
            }
            if (slot.isPresent() && (known == null || known.version() != version)) {
                current = seal.open(slot.get());
                highestVersion = version;
            }
            return Optional.ofNullable(current);
        } finally {
            loading.unlock();
        }
    }

    /** An older state that was put back, and was changed until it had the version again that this process knows. */
    private static boolean isAnother(Optional<KeySlot> slot, @Nullable DataKeys known) {
        return known != null
                && slot.filter(stored -> stored.version() == known.version() && !stored.equals(known.slot()))
                        .isPresent();
    }

    /** The key is used only once the store has acknowledged it. */
    private DataKeys create() {
        if (replaced(seal.create())) {
            KeyEvents.tell("the key slot was created, with the first key");
        }
        return load().orElseThrow(KeyRing::keysLost);
    }

    private static KeyUnavailableException keysLost() {
        return new KeyUnavailableException(
                Reason.KEYS_LOST,
                "the store holds sealed secrets, but its key slot is gone; put the slot back from a backup of the"
                        + " store; a new key is not made, as it would open none of them");
    }
}
