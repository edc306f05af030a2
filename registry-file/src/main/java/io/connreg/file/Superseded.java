package io.connreg.file;

import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * While a snapshot of the first segments is taken: rows of these that were replaced or deleted since. They belong into
 * the snapshot, and may be gone from memory before it comes to them.
 */
final class Superseded {
    private final long lastSegment;
    private final Map<String, Row> byId = new ConcurrentHashMap<>();

    Superseded(long lastSegment) {
        this.lastSegment = lastSegment;
    }

    /** Whether a place is in one of the files that the snapshot is taken of. */
    boolean covers(Place place) {
        return place.file().name().number() <= lastSegment;
    }

    void keep(Row old) {
        if (covers(old.place())) {
            byId.putIfAbsent(old.head().id(), old);
        }
    }

    /** The rows that are none of these. */
    Collection<Row> rowsBut(Stream<Row> known) {
        Set<Row> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        rows.addAll(byId.values());
        known.forEach(rows::remove);
        return rows;
    }
}
