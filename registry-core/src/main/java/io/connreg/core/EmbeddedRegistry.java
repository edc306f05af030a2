package io.connreg.core;

import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.ConnectionStore;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** A registry that runs in the host's own process, over a store. */
final class EmbeddedRegistry implements ConnectionRegistry {
    private final Engine engine;
    private final AtomicBoolean closed = new AtomicBoolean();

    EmbeddedRegistry(
            ConnectionStore store,
            MasterKey masterKey,
            AccessPolicy policy,
            Probes probes,
            long cacheBytes,
            Clock clock) {
        KeyRing keys = new KeyRing(store, new SlotSeal(masterKey, clock));
        this.engine = new Engine(
                store,
                new ConnectionCache(store, cacheBytes, Ticker.systemTicker()),
                new AccessGate(policy),
                keys,
                new SecretSealer(keys),
                probes,
                new ConnectionIds(),
                clock);
    }

    @Override
    public Connections actingAs(Caller caller) {
        return new CallerConnections(this, Objects.requireNonNull(caller, "caller"));
    }

    /** @throws IllegalStateException if the registry is closed */
    Engine engine() {
        if (closed.get()) {
            throw new IllegalStateException("the registry is closed");
        }
        return engine;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            engine.keys().forget();
            engine.cache().clear();
            engine.store().close();
        }
    }
}
