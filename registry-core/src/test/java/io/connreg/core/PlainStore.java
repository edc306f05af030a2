package io.connreg.core;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionHead;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/** Rows by id in a map, without names: the least that races can be tried on. */
final class PlainStore implements ConnectionStore {
    private final ConcurrentMap<String, StoredConnection> rows = new ConcurrentHashMap<>();

    @Override
    public Optional<StoredConnection> find(String id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public WriteOutcome insert(ConnectionWrite write) {
        return rows.putIfAbsent(write.head().id(), write.row()) == null ? WriteOutcome.DONE : WriteOutcome.NAME_TAKEN;
    }

    @Override
    public WriteOutcome replace(ConnectionWrite write) {
        ConnectionHead next = write.head();
        return change(next.id(), next.rowVersion() - 1, now -> rows.replace(next.id(), now, write.row()));
    }

    @Override
    public WriteOutcome delete(String id, long rowVersion) {
        return change(id, rowVersion, now -> rows.remove(id, now));
    }

    private WriteOutcome change(String id, long rowVersion, Predicate<StoredConnection> write) {
        StoredConnection now = rows.get(id);
        if (now == null) {
            return WriteOutcome.MISSING;
        }
        boolean changed = now.head().rowVersion() == rowVersion && write.test(now);
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
