package io.connreg.core;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListScope;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Room for one row in one atomic reference: the least that races can be tried on. */
final class OneRowStore implements ConnectionStore {
    private final AtomicReference<Optional<StoredConnection>> row = new AtomicReference<>(Optional.empty());

    @Override
    public Optional<StoredConnection> find(String id) {
        return row.get();
    }

    @Override
    public WriteOutcome insert(ConnectionWrite write) {
        return row.compareAndSet(Optional.empty(), Optional.of(write.row()))
                ? WriteOutcome.DONE
                : WriteOutcome.NAME_TAKEN;
    }

    @Override
    public WriteOutcome replace(ConnectionWrite write) {
        return change(write.head().rowVersion() - 1, Optional.of(write.row()));
    }

    @Override
    public WriteOutcome delete(String id, long rowVersion) {
        return change(rowVersion, Optional.empty());
    }

    private WriteOutcome change(long expected, Optional<StoredConnection> next) {
        Optional<StoredConnection> now = row.get();
        if (now.isEmpty()) {
            return WriteOutcome.MISSING;
        }
        boolean changed = now.get().head().rowVersion() == expected && row.compareAndSet(now, next);
        return changed ? WriteOutcome.DONE : WriteOutcome.REVISION_MISMATCH;
    }

    @Override
    public boolean ownedAlone() {
        return true;
    }

    @Override
    public void close() {}

    @Override
    public Optional<StoredConnection> findByName(String workspaceId, String name) {
        throw notNeeded();
    }

    @Override
    public List<StoredConnection> list(ListQuery query) {
        throw notNeeded();
    }

    @Override
    public long count(ListScope scope, ConnectionFilter filter) {
        throw notNeeded();
    }

    @Override
    public Optional<KeySlot> slot() {
        throw notNeeded();
    }

    @Override
    public WriteOutcome replaceSlot(KeySlot next) {
        throw notNeeded();
    }

    @Override
    public List<StoredConnection> scan(String afterId, int limit) {
        throw notNeeded();
    }

    @Override
    public List<StoredConnection> scanByKey(KeyId key, String afterId, int limit) {
        throw notNeeded();
    }

    @Override
    public Map<KeyId, Long> countSecretsByKey() {
        throw notNeeded();
    }

    private static UnsupportedOperationException notNeeded() {
        return new UnsupportedOperationException("no cache asks for this");
    }
}
