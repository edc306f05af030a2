package io.connreg.file;

import io.connreg.spi.CodePointOrder;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A connection in all indices, from its insert to its delete. What it is changes in one step for whoever finds it by any
 * of them: no reader sees a row half changed, or an older one after a newer.
 */
final class Entry {
    static final Comparator<Entry> BY_ID = (a, b) -> CodePointOrder.compare(a.id(), b.id());
    static final Comparator<Entry> BY_CREATION =
            Comparator.comparingLong(Entry::created).thenComparing(BY_ID);

    private static final AtomicReferenceFieldUpdater<Entry, @Nullable Row> ROW =
            AtomicReferenceFieldUpdater.newUpdater(Entry.class, Row.class, "row");

    private final String id;
    private final long created;
    private volatile @Nullable Row row;

    Entry(String id, long created) {
        this.id = id;
        this.created = created;
    }

    String id() {
        return id;
    }

    long created() {
        return created;
    }

    /** Null before its insert is done and after its delete. */
    @Nullable
    Row row() {
        return row;
    }

    void become(@Nullable Row next) {
        row = next;
    }

    /** The same row elsewhere, unless it has changed since. */
    boolean move(Row from, Place to) {
        return ROW.compareAndSet(this, from, from.movedTo(to));
    }
}
