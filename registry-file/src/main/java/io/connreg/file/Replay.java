package io.connreg.file;

import io.connreg.spi.ConnectionHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a store holds, line by line as it is opened. Each line must follow on what stands before it. */
final class Replay {
    private static final long BYTES_A_ROW = 350;
    private static final long LARGEST_GUESS = 4 << 20;

    private final Shared shared;
    private final Map<String, Entry> byId;
    /** In the order of their inserts, which is nearly that of their creation; deleted ones too. */
    private final List<Entry> entries = new ArrayList<>();

    private Memory.@Nullable PlacedSlot slot;

    /** @param bytes how many there are to read, about */
    Replay(Shared shared, long bytes) {
        this.shared = shared;
        this.byId = new ConcurrentHashMap<>((int) Math.min(LARGEST_GUESS, 16 + bytes / BYTES_A_ROW));
    }

    Shared shared() {
        return shared;
    }

    long connections() {
        return byId.size();
    }

    /** @throws BadLineException if it cannot be what comes next in a snapshot */
    void applyOfSnapshot(Line line, Place place) throws BadLineException {
        if (line instanceof Line.Put put) {
            follows(put(put, place) == null);
        } else if (line instanceof Line.Slot next) {
            follows(slot == null);
            slot = new Memory.PlacedSlot(next.slot(), place);
        } else {
            follows(false);
        }
    }

    /** @throws BadLineException if it cannot be what comes next in a segment */
    void apply(Line line, Place place) throws BadLineException {
        if (line instanceof Line.Put put) {
            Row old = put(put, place);
            follows(old == null ? put.head().rowVersion() == 1 : isNext(old.head(), put.head()));
        } else if (line instanceof Line.Delete delete) {
            Row old = remove(delete.id());
            follows(old != null && old.head().rowVersion() == delete.rowVersion());
        } else if (line instanceof Line.Slot next) {
            follows(next.slot().version() == (slot == null ? 0 : slot.slot().version()) + 1);
            slot = new Memory.PlacedSlot(next.slot(), place);
        } else {
            follows(false);
        }
    }

    /**
     * All of it, indexed.
     *
     * @param bytes how many there are in the files
     * @throws BadLineException if two connections have one name
     */
    Memory toMemory(long bytes) throws BadLineException {
        entries.removeIf(entry -> entry.row() == null);
        entries.sort(Entry.BY_CREATION);
        Memory memory = new Memory(byId);
        follows(memory.fill(entries));
        if (slot != null) {
            memory.put(slot);
        }
        memory.addDead(bytes - memory.live());
        return memory;
    }

    /** What was there before. */
    private @Nullable Row put(Line.Put put, Place place) {
        Entry entry = byId.get(put.head().id());
        if (entry == null) {
            entry = new Entry(put.head().id(), put.head().createdMicros());
            entries.add(entry);
            byId.put(entry.id(), entry);
        }
        Row old = entry.row();
        entry.become(new Row(put.head(), put.terms(), place));
        return old;
    }

    /** What was there before. */
    private @Nullable Row remove(String id) {
        Entry entry = byId.remove(id);
        if (entry == null) {
            return null;
        }
        Row old = entry.row();
        entry.become(null);
        return old;
    }

    private static boolean isNext(ConnectionHead old, ConnectionHead head) {
        return old.rowVersion() + 1 == head.rowVersion()
                && old.workspaceId().equals(head.workspaceId())
                && old.createdMicros() == head.createdMicros();
    }

    private static void follows(boolean holds) throws BadLineException {
        if (!holds) {
            throw new BadLineException("it does not follow on what stands before it");
        }
    }
}
