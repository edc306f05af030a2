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
import java.util.function.UnaryOperator;

/** A store whose rows and slot read otherwise than they were written: somebody edited them behind the registry. */
public final class EditedStore implements ConnectionStore {
    final MemoryStore real = new MemoryStore();
    public UnaryOperator<StoredConnection> row = UnaryOperator.identity();
    UnaryOperator<Optional<KeySlot>> slot = UnaryOperator.identity();
    Runnable beforeInsert = () -> {};
    Runnable beforeReplace = () -> {};
    Runnable afterReplace = () -> {};
    Runnable beforeReplaceAll = () -> {};
    Runnable beforeReplaceSlot = () -> {};
    Runnable beforeDelete = () -> {};
    Runnable beforeClose = () -> {};
    boolean hidden;
    boolean ownedAlone = true;
    int finds;
    int slotReads;

    @Override
    public Optional<StoredConnection> find(String id) {
        finds++;
        return hidden ? Optional.empty() : real.find(id).map(row);
    }

    @Override
    public Optional<StoredConnection> findByName(String workspaceId, String name) {
        return real.findByName(workspaceId, name).map(row);
    }

    @Override
    public List<StoredConnection> list(ListQuery query) {
        return real.list(query).stream().map(row).toList();
    }

    @Override
    public long count(ListScope scope, ConnectionFilter filter) {
        return real.count(scope, filter);
    }

    @Override
    public WriteOutcome insert(ConnectionWrite write) {
        beforeInsert.run();
        return real.insert(write);
    }

    @Override
    public WriteOutcome replace(ConnectionWrite write) {
        beforeReplace.run();
        WriteOutcome outcome = real.replace(write);
        afterReplace.run();
        return outcome;
    }

    @Override
    public List<WriteOutcome> replaceAll(List<ConnectionWrite> writes) {
        beforeReplaceAll.run();
        return real.replaceAll(writes);
    }

    @Override
    public WriteOutcome delete(String id, long rowVersion) {
        beforeDelete.run();
        return real.delete(id, rowVersion);
    }

    @Override
    public Optional<KeySlot> slot() {
        slotReads++;
        return slot.apply(real.slot());
    }

    @Override
    public WriteOutcome replaceSlot(KeySlot next) {
        beforeReplaceSlot.run();
        return real.replaceSlot(next);
    }

    @Override
    public List<StoredConnection> scan(String afterId, int limit) {
        return real.scan(afterId, limit).stream().map(row).toList();
    }

    @Override
    public List<StoredConnection> scanByKey(KeyId key, String afterId, int limit) {
        return real.scanByKey(key, afterId, limit).stream().map(row).toList();
    }

    @Override
    public Map<KeyId, Long> countSecretsByKey() {
        return real.countSecretsByKey();
    }

    @Override
    public boolean ownedAlone() {
        return ownedAlone;
    }

    @Override
    public void close() {
        beforeClose.run();
        real.close();
    }
}
