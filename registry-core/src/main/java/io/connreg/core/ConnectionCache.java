package io.connreg.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.WriteOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Connections by id, sealed, as they were last read; and the way by which rows change. A load and the forgetting of the same id
 * exclude each other, and a change forgets after the store has answered or failed: so what was loaded before the change is
 * dropped, and what is loaded after it is new. That there is no such connection is never remembered. Thread-safe.
 */
final class ConnectionCache {
    /** How long a row of a store that others write to may be served from memory. */
    static final Duration SHARED_STORE_EXPIRY = Duration.ofSeconds(1);

    /** When its load began: the row may have been changed since. */
    private record Loaded(SealedConnection connection, long sinceNanos) {}

    private final ConnectionStore store;
    private final Ticker ticker;
    private final Caffeine<String, Loaded> settings;
    private final LongAdder loads = new LongAdder();
    private volatile Cache<String, Loaded> byId;

    ConnectionCache(ConnectionStore store, long maximumBytes, Ticker ticker) {
        this.store = store;
        this.ticker = ticker;
        this.settings = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .weigher((String id, Loaded loaded) -> loaded.connection().weight())
                .ticker(ticker)
                .executor(Runnable::run);
        if (!store.ownedAlone()) {
            settings.expireAfter(Expiry.creating((String id, Loaded loaded) -> remaining(loaded)));
        }
        this.byId = settings.build();
    }

    /** As it was last read. */
    Optional<SealedConnection> find(String id) {
        return Optional.ofNullable(byId.asMap().computeIfAbsent(id, this::load)).map(Loaded::connection);
    }

    private @Nullable Loaded load(String id) {
        long since = ticker.read();
        loads.increment();
        return store.find(id)
                .map(row -> new Loaded(SealedConnection.of(row), since))
                .orElse(null);
    }

    private Duration remaining(Loaded loaded) {
        Duration left = SHARED_STORE_EXPIRY.minusNanos(ticker.read() - loaded.sinceNanos());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** As it is in the store now; what is read from memory afterwards is not older. */
    Optional<SealedConnection> findInStore(String id) {
        try {
            return store.find(id).map(SealedConnection::of);
        } finally {
            forget(id);
        }
    }

    WriteOutcome replace(ConnectionWrite write) {
        try {
            return store.replace(write);
        } finally {
            forget(write.head().id());
        }
    }

    List<WriteOutcome> replaceAll(List<ConnectionWrite> writes) {
        try {
            return store.replaceAll(writes);
        } finally {
            writes.forEach(write -> forget(write.head().id()));
        }
    }

    WriteOutcome delete(String id, long rowVersion) {
        try {
            return store.delete(id, rowVersion);
        } finally {
            forget(id);
        }
    }

    /** How often a connection was read from the store since it was not in memory; hits are not counted, to be quick. */
    long loads() {
        return loads.sum();
    }

    /** About how many connections are in memory. */
    long size() {
        return byId.estimatedSize();
    }

    private void forget(String id) {
        byId.invalidate(id);
    }

    /** A new map instead of an emptied one: Caffeine's {@code invalidateAll} does not see a load in flight. */
    void clear() {
        byId = settings.build();
    }
}
