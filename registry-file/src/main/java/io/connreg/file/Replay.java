package io.connreg.file;

import io.connreg.spi.ConnectionHead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a store holds, line by line as it is opened. Each line must follow on what stands before it. */
final class Replay {
    private final Shared shared;
    private final Map<String, Row> rows = new HashMap<>();
    private Memory.@Nullable PlacedSlot slot;

    Replay(Shared shared) {
        this.shared = shared;
    }

    Shared shared() {
        return shared;
    }

    long connections() {
        return rows.size();
    }

    /** @throws BadLineException if it cannot be what comes next in a snapshot */
    void applyOfSnapshot(Line line, Place place) throws BadLineException {
        if (line instanceof Line.Put put) {
            follows(rows.put(put.head().id(), new Row(put.head(), put.terms(), place)) == null);
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
            Row old = rows.put(put.head().id(), new Row(put.head(), put.terms(), place));
            follows(old == null ? put.head().rowVersion() == 1 : isNext(old.head(), put.head()));
        } else if (line instanceof Line.Delete delete) {
            Row old = rows.remove(delete.id());
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
        Memory memory = new Memory(rows.size());
        List<Row> inOrder = new ArrayList<>(rows.values());
        rows.clear();
        inOrder.sort(Comparator.comparingLong(row -> row.head().createdMicros()));
        for (Row row : inOrder) {
            ConnectionHead head = row.head();
            follows(memory.byName(head.workspaceId(), head.name()) == null);
            memory.put(row);
        }
        if (slot != null) {
            memory.put(slot);
        }
        memory.addDead(bytes - memory.live());
        return memory;
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
