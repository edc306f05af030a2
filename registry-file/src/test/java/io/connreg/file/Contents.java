package io.connreg.file;

import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import io.connreg.testkit.SampleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that a store holds. */
record Contents(Map<String, StoredConnection> rows, Optional<KeySlot> slot) {
    static final Contents NONE = new Contents(Map.of(), Optional.empty());

    /** What it shows, through each door. */
    static Contents of(FileConnectionStore store) {
        Map<String, StoredConnection> rows = new TreeMap<>();
        for (StoredConnection row : store.scan("", Integer.MAX_VALUE)) {
            rows.put(row.head().id(), row);
            if (!store.findByName(row.head().workspaceId(), row.head().name()).equals(Optional.of(row))) {
                throw new AssertionError("by its name another is found than " + row);
            }
        }
        return new Contents(rows, store.slot());
    }

    Contents with(SampleRow row) {
        Map<String, StoredConnection> next = new TreeMap<>(rows);
        next.put(row.id(), row.stored());
        return new Contents(next, slot);
    }

    Contents without(String id) {
        Map<String, StoredConnection> next = new TreeMap<>(rows);
        next.remove(id);
        return new Contents(next, slot);
    }

    Contents with(KeySlot next) {
        return new Contents(rows, Optional.of(next));
    }

    /** This, and then these rows one after the other. */
    List<Contents> through(List<SampleRow> changed) {
        List<Contents> steps = new ArrayList<>(List.of(this));
        for (SampleRow row : changed) {
            steps.add(steps.get(steps.size() - 1).with(row));
        }
        return steps;
    }
}
