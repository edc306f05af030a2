package io.connreg.jdbc;

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

/** Connections in a database: says for each operation which statements run, and what messages call it. */
final class JdbcStore implements ConnectionStore {
    private final Database database;

    JdbcStore(Database database) {
        this.database = database;
    }

    @Override
    public Optional<StoredConnection> find(String id) {
        return database.read("find connection", id, handle -> ConnectionReads.find(handle, id));
    }

    @Override
    public Optional<StoredConnection> findByName(String workspaceId, String name) {
        return database.read(
                "find a connection by name in workspace",
                workspaceId,
                handle -> ConnectionReads.findByName(handle, workspaceId, name));
    }

    @Override
    public List<StoredConnection> list(ListQuery query) {
        return database.read("list connections", "", handle -> ConnectionReads.list(handle, query));
    }

    @Override
    public long count(ListScope scope, ConnectionFilter filter) {
        return database.read("count connections", "", handle -> ConnectionReads.count(handle, scope, filter));
    }

    @Override
    public WriteOutcome insert(ConnectionWrite write) {
        return database.write("insert connection", write.head().id(), handle -> ConnectionWrites.insert(handle, write));
    }

    @Override
    public WriteOutcome replace(ConnectionWrite write) {
        return database.write(
                "replace connection",
                write.head().id(),
                handle -> ConnectionWrites.replaceAll(handle, List.of(write)).get(0));
    }

    /** In one transaction: if one fails, none is replaced. */
    @Override
    public List<WriteOutcome> replaceAll(List<ConnectionWrite> writes) {
        return database.write(
                "replace " + writes.size() + " connections", "", handle -> ConnectionWrites.replaceAll(handle, writes));
    }

    @Override
    public WriteOutcome delete(String id, long rowVersion) {
        return database.write("delete connection", id, handle -> ConnectionWrites.delete(handle, id, rowVersion));
    }

    @Override
    public Optional<KeySlot> slot() {
        return database.read("read the key slot", "", SlotRow::find);
    }

    @Override
    public WriteOutcome replaceSlot(KeySlot next) {
        return database.write("replace the key slot", "", handle -> SlotRow.replace(handle, next));
    }

    @Override
    public List<StoredConnection> scan(String afterId, int limit) {
        return database.read("scan connections", "", handle -> ConnectionReads.scan(handle, afterId, limit));
    }

    @Override
    public List<StoredConnection> scanByKey(KeyId key, String afterId, int limit) {
        return database.read(
                "scan the connections of key",
                key.toString(),
                handle -> ConnectionReads.scanByKey(handle, key, afterId, limit));
    }

    @Override
    public Map<KeyId, Long> countSecretsByKey() {
        return database.read("count secrets", "", ConnectionReads::countSecretsByKey);
    }

    /** Any other connection may change a database. */
    @Override
    public boolean ownedAlone() {
        database.requireOpen();
        return false;
    }

    @Override
    public void close() {
        database.close();
    }
}
