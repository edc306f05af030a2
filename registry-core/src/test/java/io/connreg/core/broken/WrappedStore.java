package io.connreg.core.broken;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListQuery.Position;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import io.connreg.spi.SlotGuard;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of the openers of data that outlive it. As it is, it breaks no rule; each of the stores that extend it does one
 * thing wrong.
 */
class WrappedStore implements ConnectionStore {
    static final ListScope EVERYTHING = new ListScope("root", List.of(Grant.everywhere(Reach.ALL)));
    static final int MANY = 100_000;

    /** The data, in a store that is never closed. */
    final ConnectionStore data;

    private volatile boolean closed;

    WrappedStore(ConnectionStore data) {
        this.data = data;
    }

    /** The data, unless this is closed. */
    final ConnectionStore open() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        return data;
    }

    @Override
    public Optional<StoredConnection> find(String id) {
        return open().find(id);
    }

    @Override
    public Optional<StoredConnection> findByName(String workspaceId, String name) {
        return open().findByName(workspaceId, name);
    }

    @Override
    public List<StoredConnection> list(ListQuery query) {
        return open().list(query);
    }

    @Override
    public long count(ListScope scope, ConnectionFilter filter) {
        return open().count(scope, filter);
    }

    @Override
    public WriteOutcome insert(ConnectionWrite write) {
        return open().insert(write);
    }

    @Override
    public WriteOutcome replace(ConnectionWrite write) {
        return open().replace(write);
    }

    @Override
    public WriteOutcome delete(String id, long rowVersion) {
        return open().delete(id, rowVersion);
    }

    @Override
    public Optional<KeySlot> slot() {
        return open().slot();
    }

    @Override
    public WriteOutcome replaceSlot(KeySlot next) {
        return open().replaceSlot(next);
    }

    @Override
    public List<StoredConnection> scan(String afterId, int limit) {
        return open().scan(afterId, limit);
    }

    @Override
    public List<StoredConnection> scanByKey(KeyId key, String afterId, int limit) {
        return open().scanByKey(key, afterId, limit);
    }

    @Override
    public Map<KeyId, Long> countSecretsByKey() {
        return open().countSecretsByKey();
    }

    @Override
    public boolean ownedAlone() {
        open();
        return false;
    }

    @Override
    public void close() {
        closed = true;
    }

    /** All rows behind a position. */
    static ListQuery whole(ListScope scope, ConnectionFilter filter, boolean oldestFirst, @Nullable Position after) {
        return new ListQuery(scope, filter, oldestFirst, after, MANY, Long.MAX_VALUE);
    }

    static ConnectionWrite withName(ConnectionWrite write, String name) {
        ConnectionHead head = write.head();
        return withHead(write, head(head, head.workspaceId(), name, head.creator(), head.rowVersion()));
    }

    static ConnectionWrite withRowVersion(ConnectionWrite write, long rowVersion) {
        ConnectionHead head = write.head();
        return withHead(write, head(head, head.workspaceId(), head.name(), head.creator(), rowVersion));
    }

    static ConnectionWrite withDocument(ConnectionWrite write, String document) {
        return new ConnectionWrite(new StoredConnection(write.head(), document), write.terms(), write.guard());
    }

    static ConnectionWrite withoutGuard(ConnectionWrite write) {
        return new ConnectionWrite(write.row(), write.terms(), SlotGuard.NONE);
    }

    static ConnectionHead head(ConnectionHead head, String workspace, String name, String creator, long rowVersion) {
        return new ConnectionHead(
                head.id(),
                workspace,
                name,
                head.type(),
                head.accessibility(),
                creator,
                head.createdMicros(),
                head.modifiedMicros(),
                head.revision(),
                rowVersion);
    }

    private static ConnectionWrite withHead(ConnectionWrite write, ConnectionHead head) {
        return new ConnectionWrite(new StoredConnection(head, write.row().document()), write.terms(), write.guard());
    }
}
