package io.connreg.core;

import io.connreg.KeyId;
import io.connreg.KeyUnavailableException;
import io.connreg.KeyUnavailableException.Reason;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.WriteOutcome;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The data keys as this process holds them: read from the store's slot when first needed, made there when the store is
 * new. A failure is never remembered, so that a master key that comes back is found by the next call. Thread-safe.
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
        return load().orElseGet(this::create);
    }

    /** The keys to open secrets with that say they were sealed by these; read afresh once if one is not known. */
    DataKeys forOpening(Collection<KeyId> wanted) {
        DataKeys known = current;
        if (known != null && wanted.stream().allMatch(known::knows)) {
            return known;
        }
        return load().orElseThrow(KeyRing::keysLost);
    }

    /** Takes note that the slot has moved. */
    void reload() {
        load();
    }

    /** Drops the keys from memory, as far as Java lets. */
    void forget() {
        current = null;
    }

    private Optional<DataKeys> load() {
        loading.lock();
        try {
            Optional<KeySlot> slot = store.slot();
            long version = slot.map(KeySlot::version).orElse(0L);
            if (version < highestVersion) {
                throw new KeyUnavailableException(
                        Reason.ROLLED_BACK,
                        "the stored keys are at version " + version + ", this process has seen " + highestVersion
                                + ": an older state was put back; close and open the registry if that was meant");
            }
            DataKeys known = current;
            if (slot.isPresent() && (known == null || known.version() != version)) {
                current = seal.open(slot.get());
                highestVersion = version;
            }
            return Optional.ofNullable(current);
        } finally {
            loading.unlock();
        }
    }

    /** The key is used only once the store has acknowledged it. */
    private DataKeys create() {
        if (!store.countSecretsByKey().isEmpty()) {
            // Another starter may have made the slot, and sealed a row, since it was looked for.
            return load().orElseThrow(KeyRing::keysLost);
        }
        WriteOutcome outcome = store.replaceSlot(seal.create());
        if (outcome != WriteOutcome.DONE && outcome != WriteOutcome.SLOT_CHANGED) {
            throw new IllegalStateException("a store answered " + outcome + " to a new key slot");
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
