package io.connreg.file;

import io.connreg.spi.ConnectionHead;
import io.connreg.spi.KeySlot;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What is stored, but for the documents: indices that many threads read while one, the writer, changes them. No reader
 * waits for it, nor it for them.
 */
final class Memory {
    /** The slot and where its line stands. */
    record PlacedSlot(KeySlot slot, Place place) {}

    private final Map<String, Entry> byId;
    private final NavigableSet<Entry> inOrderOfIds = new ConcurrentSkipListSet<>(Entry.BY_ID);
    private final NavigableSet<Entry> byCreation = new ConcurrentSkipListSet<>(Entry.BY_CREATION);
    private final Map<String, Workspace> workspaces = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable PlacedSlot> slot = new AtomicReference<>();
    /** Bytes of lines that say how things are now, and of those that do not any more. */
    private final AtomicLong live = new AtomicLong();

    private final AtomicLong dead = new AtomicLong();
    private volatile @Nullable Superseded superseded;

    /** @param byId which is this one's from now on */
    Memory(Map<String, Entry> byId) {
        this.byId = byId;
    }

    @Nullable
    Entry byId(String id) {
        return byId.get(id);
    }

    /** The row of this id, if there is one. */
    @Nullable
    Row row(String id) {
        Entry entry = byId.get(id);
        return entry == null ? null : entry.row();
    }

    @Nullable
    Entry byName(String workspaceId, String name) {
        Workspace workspace = workspaces.get(workspaceId);
        return workspace == null ? null : workspace.byName.get(name);
    }

    @Nullable
    Workspace workspace(String id) {
        return workspaces.get(id);
    }

    NavigableSet<Entry> inOrderOfIds() {
        return inOrderOfIds;
    }

    NavigableSet<Entry> byCreation() {
        return byCreation;
    }

    @Nullable
    PlacedSlot slot() {
        return slot.get();
    }

    long slotVersion() {
        PlacedSlot now = slot.get();
        return now == null ? 0 : now.slot().version();
    }

    long live() {
        return live.get();
    }

    long dead() {
        return dead.get();
    }

    /** Bytes of lines that say nothing about now: marks, deletes, headers; negative if they are gone. */
    void addDead(long bytes) {
        dead.addAndGet(bytes);
    }

    /** From now on what is superseded is kept, until null is given. */
    void keepSuperseded(@Nullable Superseded kept) {
        superseded = kept;
    }

    /**
     * Indexes what is there by id already.
     *
     * @param entries in order of their creation; put in another order
     * @return false if two of a workspace have one name
     */
    boolean fill(List<Entry> entries) {
        for (Entry entry : entries) {
            Row row = Objects.requireNonNull(entry.row());
            ConnectionHead head = row.head();
            Workspace workspace = workspaces.computeIfAbsent(head.workspaceId(), id -> new Workspace());
            if (workspace.byName.put(head.name(), entry) != null) {
                return false;
            }
            workspace.byCreation.add(entry);
            byCreation.add(entry);
            count(null, row.place());
        }
        entries.sort(Entry.BY_ID);
        inOrderOfIds.addAll(entries);
        return true;
    }

    void put(Row row) {
        ConnectionHead head = row.head();
        Entry known = byId.get(head.id());
        Row old = known == null ? null : known.row();
        count(old == null ? null : old.place(), row.place());
        Workspace workspace = workspaces.computeIfAbsent(head.workspaceId(), id -> new Workspace());
        Entry entry = known == null ? new Entry(head.id(), head.createdMicros()) : known;
        workspace.byName.put(head.name(), entry);
        if (known == null) {
            byId.put(entry.id(), entry);
            inOrderOfIds.add(entry);
            byCreation.add(entry);
            workspace.byCreation.add(entry);
        }
        keep(old);
        entry.become(row);
        if (old != null && !old.head().name().equals(head.name())) {
            workspace.byName.remove(old.head().name(), entry);
        }
    }

    void delete(String id) {
        Entry entry = byId.get(id);
        Row old = entry == null ? null : entry.row();
        if (entry == null || old == null) {
            throw new IllegalStateException("what is deleted is not there");
        }
        count(old.place(), null);
        keep(old);
        entry.become(null);
        Workspace workspace = workspaces.get(old.head().workspaceId());
        if (workspace != null) {
            workspace.byName.remove(old.head().name(), entry);
            workspace.byCreation.remove(entry);
            if (workspace.byName.isEmpty()) {
                workspaces.remove(old.head().workspaceId());
            }
        }
        byCreation.remove(entry);
        inOrderOfIds.remove(entry);
        byId.remove(id);
    }

    void put(PlacedSlot next) {
        PlacedSlot old = slot.get();
        count(old == null ? null : old.place(), next.place());
        slot.set(next);
    }

    /** The same slot elsewhere, unless it has changed since. */
    void move(PlacedSlot from, Place to) {
        slot.compareAndSet(from, new PlacedSlot(from.slot(), to));
    }

    private void keep(@Nullable Row old) {
        Superseded kept = superseded;
        if (kept != null && old != null) {
            kept.keep(old);
        }
    }

    private void count(@Nullable Place old, @Nullable Place next) {
        long freed = old == null ? 0 : old.length();
        long taken = next == null ? 0 : next.length();
        live.addAndGet(taken - freed);
        dead.addAndGet(freed);
    }
}
