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
    private final Dialect dialect;

    JdbcStore(Database database) {
        this.database = database;
        this.dialect = database.dialect();
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
        return database.read("list connections", "", handle -> ConnectionReads.list(dialect, handle, query));
    }

    @Override
    public long count(ListScope scope, ConnectionFilter filter) {
        return database.read("count connections", "", handle -> ConnectionReads.count(dialect, handle, scope, filter));
    }

    @Override
    public WriteOutcome insert(ConnectionWrite write) {
        return database.write(
                "insert connection",
                write.head().id(),
                handle -> dialect.insert(handle, write),
                handle -> Again.insert(dialect, handle, write));
    }

    @Override
    public WriteOutcome replace(ConnectionWrite write) {
        return replaceAll("replace connection", write.head().id(), List.of(write))
                .get(0);
    }

    @Override
    public List<WriteOutcome> replaceAll(List<ConnectionWrite> writes) {
        return replaceAll("replace " + writes.size() + " connections", "", writes);
    }

    private List<WriteOutcome> replaceAll(String attempt, String subject, List<ConnectionWrite> writes) {
        return database.write(
                attempt,
                subject,
                handle -> ConnectionWrites.replaceAll(dialect, handle, writes),
                handle -> Again.replaceAll(dialect, handle, writes));
    }

    @Override
    public WriteOutcome delete(String id, long rowVersion) {
        return database.write(
                "delete connection",
                id,
                handle -> ConnectionWrites.delete(handle, id, rowVersion),
                handle -> Again.delete(handle, id, rowVersion));
    }

    @Override
    public Optional<KeySlot> slot() {
        return database.read("read the key slot", "", SlotRow::find);
    }

    @Override
    public WriteOutcome replaceSlot(KeySlot next) {
        return database.write(
                "replace the key slot",
                "",
                handle -> SlotRow.replace(handle, next),
                handle -> Again.replaceSlot(handle, next));
    }

    @Override
    public List<StoredConnection> scan(String afterId, int limit) {
        return database.read("scan connections", "", handle -> ConnectionReads.scan(dialect, handle, afterId, limit));
    }

    @Override
    public List<StoredConnection> scanByKey(KeyId key, String afterId, int limit) {
        return database.read(
                "scan the connections of key",
                key.toString(),
                handle -> ConnectionReads.scanByKey(dialect, handle, key, afterId, limit));
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
