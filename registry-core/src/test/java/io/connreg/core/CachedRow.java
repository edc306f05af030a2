package io.connreg.core;

import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.WriteOutcome;
import io.connreg.testkit.SampleRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One row of a store behind a cache, and what threads do with it. Each verb gives the row version it saw; 0 is none. */
public class CachedRow {
    private static final String ID = "conn-0";
    private static final List<ConnectionWrite> VERSIONS = Stream.iterate(SampleRow.of(ID), SampleRow::next)
            .limit(20)
            .map(SampleRow::write)
            .toList();

    static {
        // Classes that the codec needs must be there before threads are held up in them.
        VERSIONS.forEach(write -> SealedConnection.of(write.row()));
    }

    private final PlainStore store = new PlainStore();
    private final ConnectionCache cache = new ConnectionCache(store, 1_000_000, Ticker.disabledTicker());

    public CachedRow() {
        create();
    }

    /** Only of a row that is not there. */
    public final long create() {
        store.insert(VERSIONS.get(0));
        return 1;
    }

    /** As {@code get} and {@code open} read. */
    public long read() {
        return version(cache.find(ID));
    }

    /** As an update or a delete reads that is then refused. */
    public long readInStore() {
        return version(cache.findInStore(ID));
    }

    public long update() {
        while (true) {
            long before = readInStore();
            if (before == 0 || cache.replace(VERSIONS.get((int) before)) == WriteOutcome.DONE) {
                return before == 0 ? 0 : before + 1;
            }
        }
    }

    public long delete() {
        while (true) {
            long before = readInStore();
            if (before == 0 || cache.delete(ID, before) == WriteOutcome.DONE) {
                return before;
            }
        }
    }

    /** As when another process has written, and this one is told to forget everything. */
    public long updateElsewhereThenClear() {
        while (true) {
            long before = version(store.find(ID).map(SealedConnection::of));
            if (before == 0 || store.replace(VERSIONS.get((int) before)) == WriteOutcome.DONE) {
                cache.clear();
                return before == 0 ? 0 : before + 1;
            }
        }
    }

    private static long version(Optional<SealedConnection> found) {
        return found.map(row -> row.head().rowVersion()).orElse(0L);
    }
}
