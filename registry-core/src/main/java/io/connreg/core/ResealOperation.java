package io.connreg.core;

import io.connreg.KeyId;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException.Reason;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Seals anew with the primary key what is sealed with others: scan by key ► open and seal ► replace by compare-and-set.
 * Nothing of it is remembered but in the rows, so it may end anywhere and begin again.
 */
final class ResealOperation {
    private final Engine engine;
    private final KeyWork work;

    ResealOperation(Engine engine, KeyWork work) {
        this.engine = engine;
        this.work = work;
    }

    /** Until nothing is left that could be done. */
    void run() {
        int passes = 0;
        while (pass() && passes < Engine.ATTEMPTS) {
            passes++;
        }
    }

    /** Whether there was anything to do. */
    private boolean pass() {
        work.forgetUnreadable();
        Optional<DataKeys> keys = engine.keys().stored();
        boolean any = false;
        if (keys.isPresent()) {
            KeyId primary = keys.get().primary();
            for (KeyId key : new TreeSet<>(engine.store().countSecretsByKey().keySet())) {
                any |= !key.equals(primary) && resealAll(key);
            }
        }
        return any;
    }

    private boolean resealAll(KeyId key) {
        boolean any = false;
        List<StoredConnection> rows = engine.store().scanByKey(key, "", KeyWork.BATCH);
        while (!rows.isEmpty()) {
            any |= reseal(rows, key);
            work.pause();
            String last = rows.get(rows.size() - 1).head().id();
            rows = engine.store().scanByKey(key, last, KeyWork.BATCH);
        }
        return any;
    }

    private boolean reseal(List<StoredConnection> rows, KeyId key) {
        DataKeys keys = engine.keys().forOpening(List.of(key));
        List<ConnectionWrite> writes = new ArrayList<>();
        for (StoredConnection row : rows) {
            resealed(SealedConnection.of(row), keys).ifPresent(writes::add);
        }
        if (writes.isEmpty()) {
            return false;
        }
        List<WriteOutcome> outcomes = engine.cache().replaceAll(writes);
        for (int i = 0; i < writes.size(); i++) {
            count(outcomes.get(i), writes.get(i).head().id());
        }
        if (outcomes.contains(WriteOutcome.SLOT_CHANGED)) {
            engine.keys().reload();
        }
        return true;
    }

    private void count(WriteOutcome outcome, String id) {
        switch (outcome) {
            case DONE -> work.done();
            case SLOT_CHANGED -> work.changedMeanwhile();
            case REVISION_MISMATCH, MISSING -> countAgain(id);
            case NAME_TAKEN ->
                throw new IllegalStateException("a store found the name of a connection taken by itself");
        }
    }

    /** Whoever was first may have left it on its key, as a change of its name does: it is met again by the next pass. */
    private void countAgain(String id) {
        Optional<SealedConnection> now = engine.store().find(id).map(SealedConnection::of);
        DataKeys keys = engine.keys().forOpening(List.of());
        if (now.isPresent() && !toReseal(now.get(), keys).isEmpty()) {
            work.changedMeanwhile();
        } else {
            work.already();
        }
    }

    /** Empty if nothing of it can be sealed anew. */
    private Optional<ConnectionWrite> resealed(SealedConnection connection, DataKeys keys) {
        SortedMap<String, SealedSecret> old = toReseal(connection, keys);
        SortedMap<String, SealedSecret> secrets =
                new TreeMap<>(connection.document().secrets());
        SortedMap<String, Reason> unreadable = new TreeMap<>();
        old.forEach((name, secret) -> {
            byte[] associatedData = connection.binding().of(name);
            Reason reason = keys.open(
                    secret, associatedData, plain -> secrets.put(name, sealAndWipe(keys, plain, associatedData)));
            if (reason != null) {
                unreadable.put(name, reason);
            }
        });
        if (!unreadable.isEmpty() || connection.whyUnreadable().isPresent()) {
            work.unreadable(connection, unreadable);
        }
        return unreadable.size() == old.size()
                ? Optional.empty()
                : Optional.of(engine.write(connection.resealed(secrets), keys.guard()));
    }

    /** The secrets that are sealed with another key than the primary one, unless the connection cannot be written. */
    private static SortedMap<String, SealedSecret> toReseal(SealedConnection connection, DataKeys keys) {
        SortedMap<String, SealedSecret> old = new TreeMap<>();
        if (connection.whyUnreadable().isEmpty()) {
            old.putAll(connection.document().secrets());
            old.values()
                    .removeIf(secret -> secret.keyId()
                            .filter(key -> !key.equals(keys.primary()))
                            .isEmpty());
        }
        return old;
    }

    private static SealedSecret sealAndWipe(DataKeys keys, Secret plain, byte[] associatedData) {
        try {
            return keys.seal(plain, associatedData);
        } finally {
            plain.wipe();
        }
    }
}
