package io.connreg.core;

import static io.connreg.spi.WriteOutcome.DONE;
import static io.connreg.spi.WriteOutcome.MISSING;
import static io.connreg.spi.WriteOutcome.NAME_TAKEN;
import static io.connreg.spi.WriteOutcome.REVISION_MISMATCH;
import static io.connreg.spi.WriteOutcome.SLOT_CHANGED;

import io.connreg.KeyId;
import io.connreg.StorageException;
import io.connreg.spi.CodePointOrder;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListScope;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all in memory, under one lock, and forgets it when closed. Stricter than any other store: what only a bug of
 * the registry could ask for, it refuses ({@link MemoryChecks}), where a database would take it.
 */
final class MemoryStore implements ConnectionStore {
    private record Name(String workspaceId, String name) {
        static Name of(ConnectionHead head) {
            return new Name(head.workspaceId(), head.name());
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final NavigableMap<String, ConnectionWrite> byId = new TreeMap<>(CodePointOrder::compare);
    private final NavigableMap<ListQuery.Position, String> idsByCreation =
            new TreeMap<>(Comparator.comparingLong(ListQuery.Position::createdMicros)
                    .thenComparing(ListQuery.Position::id, CodePointOrder::compare));
    private final Map<Name, String> idsByName = new HashMap<>();
    private @Nullable KeySlot slot;
    private boolean closed;

    @Override
    public Optional<StoredConnection> find(String id) {
        return locked(() -> Optional.ofNullable(byId.get(id)).map(ConnectionWrite::row));
    }

    @Override
    public Optional<StoredConnection> findByName(String workspaceId, String name) {
        return locked(() -> Optional.ofNullable(idsByName.get(new Name(workspaceId, name)))
                .map(byId::get)
                .map(ConnectionWrite::row));
    }

    @Override
    public List<StoredConnection> list(ListQuery query) {
        return locked(() -> {
            var inOrder = query.oldestFirst() ? idsByCreation : idsByCreation.descendingMap();
            var behind = query.after() == null ? inOrder : inOrder.tailMap(query.after(), false);
            return page(behind.values(), query);
        });
    }

    @Override
    public long count(ListScope scope, ConnectionFilter filter) {
        return locked(
                () -> byId.values().stream().filter(visible(scope, filter)).count());
    }

    @Override
    public WriteOutcome insert(ConnectionWrite write) {
        MemoryChecks.insertable(write);
        ConnectionHead head = write.head();
        return locked(() -> {
            MemoryChecks.guard(write.guard(), slotVersion());
            if (byId.containsKey(head.id())) {
                throw new StorageException(
                        "insert connection " + head.id() + ": the id is in use; insert it under a new one");
            }
            if (idsByName.containsKey(Name.of(head))) {
                return NAME_TAKEN;
            }
            if (!write.guard().allows(slotVersion())) {
                return SLOT_CHANGED;
            }
            byId.put(head.id(), write);
            idsByName.put(Name.of(head), head.id());
            idsByCreation.put(ListQuery.Position.of(head), head.id());
            return DONE;
        });
    }

    @Override
    public WriteOutcome replace(ConnectionWrite write) {
        MemoryChecks.replacing(write);
        ConnectionHead head = write.head();
        return locked(() -> {
            MemoryChecks.guard(write.guard(), slotVersion());
            ConnectionWrite old = byId.get(head.id());
            if (old == null) {
                return MISSING;
            }
            if (old.head().rowVersion() != head.rowVersion() - 1) {
                return REVISION_MISMATCH;
            }
            MemoryChecks.follows(old.head(), head);
            if (!idsByName.getOrDefault(Name.of(head), head.id()).equals(head.id())) {
                return NAME_TAKEN;
            }
            if (!write.guard().allows(slotVersion())) {
                return SLOT_CHANGED;
            }
            byId.put(head.id(), write);
            idsByName.remove(Name.of(old.head()));
            idsByName.put(Name.of(head), head.id());
            return DONE;
        });
    }

    /** Nobody sees a part of it. */
    @Override
    public List<WriteOutcome> replaceAll(List<ConnectionWrite> writes) {
        return locked(() -> writes.stream().map(this::replace).toList());
    }

    @Override
    public WriteOutcome delete(String id, long rowVersion) {
        return locked(() -> {
            ConnectionWrite old = byId.get(id);
            if (old == null) {
                return MISSING;
            }
            if (old.head().rowVersion() != rowVersion) {
                return REVISION_MISMATCH;
            }
            byId.remove(id);
            idsByName.remove(Name.of(old.head()));
            idsByCreation.remove(ListQuery.Position.of(old.head()));
            return DONE;
        });
    }

    @Override
    public Optional<KeySlot> slot() {
        return locked(() -> Optional.ofNullable(slot));
    }

    @Override
    public WriteOutcome replaceSlot(KeySlot next) {
        MemoryChecks.slot(next);
        return locked(() -> {
            if (next.version() != slotVersion() + 1) {
                return SLOT_CHANGED;
            }
            slot = next;
            return DONE;
        });
    }

    @Override
    public List<StoredConnection> scan(String afterId, int limit) {
        return scan(afterId, limit, row -> true);
    }

    @Override
    public List<StoredConnection> scanByKey(KeyId key, String afterId, int limit) {
        return scan(afterId, limit, row -> row.terms().secretsByKey().containsKey(key));
    }

    @Override
    public Map<KeyId, Long> countSecretsByKey() {
        return locked(() -> {
            Map<KeyId, Long> counts = new HashMap<>();
            for (ConnectionWrite row : byId.values()) {
                row.terms().secretsByKey().forEach((key, secrets) -> counts.merge(key, (long) secrets, Long::sum));
            }
            return counts;
        });
    }

    @Override
    public boolean ownedAlone() {
        return locked(() -> true);
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            byId.clear();
            idsByCreation.clear();
            idsByName.clear();
            slot = null;
        } finally {
            lock.unlock();
        }
    }

    private List<StoredConnection> scan(String afterId, int limit, Predicate<ConnectionWrite> wanted) {
        MemoryChecks.limit(limit);
        return locked(() -> byId.tailMap(afterId, false).values().stream()
                .filter(wanted)
                .limit(limit)
                .map(ConnectionWrite::row)
                .toList());
    }

    private List<StoredConnection> page(Collection<String> ids, ListQuery query) {
        Predicate<ConnectionWrite> wanted = visible(query.scope(), query.filter());
        List<StoredConnection> page = new ArrayList<>();
        long budget = query.budget();
        for (String id : ids) {
            ConnectionWrite write = Objects.requireNonNull(byId.get(id), id);
            if (wanted.test(write)) {
                page.add(write.row());
                budget -= write.row().document().length();
            }
            if (page.size() == query.limit() || budget <= 0) {
                break;
            }
        }
        return page;
    }

    private static Predicate<ConnectionWrite> visible(ListScope scope, ConnectionFilter filter) {
        return row -> scope.admits(row.head()) && filter.matches(row.head(), row.terms());
    }

    private long slotVersion() {
        return slot == null ? 0 : slot.version();
    }

    private <T> T locked(Supplier<T> act) {
        lock.lock();
        try {
            if (closed) {
                throw new IllegalStateException("the in-memory store is closed");
            }
            return act.get();
        } finally {
            lock.unlock();
        }
    }
}
