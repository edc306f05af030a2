package io.connreg.core;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.connreg.spi.ConnectionStore;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Connections by id, sealed, as they were last read. A load and a {@link #forget} of the same id exclude each other, and
 * what changes a connection forgets it after the store has committed: so what was loaded before the change is dropped,
 * and what is loaded after it is new. That there is no such connection is never remembered. Thread-safe.
 */
final class ConnectionCache {
    /** How long a row of a store that others write to may be served from memory. */
    static final Duration SHARED_STORE_EXPIRY = Duration.ofSeconds(1);

    private final ConnectionStore store;
    private final Cache<String, SealedConnection> byId;

    ConnectionCache(ConnectionStore store, long maximumBytes) {
        this.store = store;
        Caffeine<String, SealedConnection> settings = Caffeine.newBuilder()
                .maximumWeight(maximumBytes)
                .weigher((String id, SealedConnection connection) -> connection.weight())
                .executor(Runnable::run);
        this.byId = store.ownedAlone()
                ? settings.build()
                : settings.expireAfterWrite(SHARED_STORE_EXPIRY).build();
    }

    Optional<SealedConnection> find(String id) {
        return Optional.ofNullable(byId.asMap().computeIfAbsent(id, this::load));
    }

    private @Nullable SealedConnection load(String id) {
        return store.find(id).map(SealedConnection::of).orElse(null);
    }

    void forget(String id) {
        byId.invalidate(id);
    }

    void clear() {
        byId.invalidateAll();
    }
}
