package io.connreg.core;

import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.Counters;
import io.connreg.Health;
import io.connreg.Keys;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.ConnectionStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** A registry that runs in the host's own process, over a store. */
final class EmbeddedRegistry implements ConnectionRegistry {
    private final Engine engine;
    private final MasterKey masterKey;
    private final Keys keys;
    private final Observation observation;
    private final AtomicBoolean closed = new AtomicBoolean();

    EmbeddedRegistry(
            ConnectionStore store,
            MasterKey masterKey,
            AccessPolicy policy,
            Probes probes,
            long cacheBytes,
            Duration keyGrace,
            Clock clock,
            Observation observation) {
        this.masterKey = masterKey;
        this.observation = observation;
        SlotSeal seal = new SlotSeal(masterKey, clock);
        KeyRing ring = new KeyRing(store, seal);
        this.keys = new OperatorKeys(this, seal, keyGrace);
        this.engine = new Engine(
                store,
                new ConnectionCache(store, cacheBytes, Ticker.systemTicker()),
                new AccessGate(policy),
                ring,
                new SecretSealer(ring),
                probes,
                new ConnectionIds(),
                clock);
    }

    @Override
    public Connections actingAs(Caller caller) {
        return new CallerConnections(this, Objects.requireNonNull(caller, "caller"), null);
    }

    @Override
    public Keys keys() {
        return keys;
    }

    @Override
    public Health health() {
        return closed.get() ? HealthCheck.CLOSED : new HealthCheck(engine, masterKey).run();
    }

    @Override
    public Counters counters() {
        return observation.tally().snapshot(engine.cache(), observation.eventsDropped(), observation.eventsFailed());
    }

    Observation observation() {
        return observation;
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
            try {
                engine.store().close();
            } finally {
                observation.close();
            }
        }
    }
}
