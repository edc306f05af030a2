package io.connreg.core;

import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.ConnectionRegistry;
import io.connreg.Counters;
import io.connreg.RegistrySetupException;
import io.connreg.probe.BuiltInProbes;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.AuditListener;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.TargetPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a registry is to be opened. A store, by URL or as it is, and a master key are needed. Not thread-safe. */
public final class RegistryBuilder {
    private static final long DEFAULT_CACHE_BYTES = 32L * 1024 * 1024;

    private transient @Nullable String url; // a password may be in it, and mappers that look at fields skip it
    private @Nullable ConnectionStore store;
    private @Nullable MasterKey masterKey;
    private AccessPolicy accessPolicy = AccessPolicy.standard();
    private long cacheBytes = DEFAULT_CACHE_BYTES;
    private final List<ConnectionProbe> probes = new ArrayList<>();
    private TargetPolicy targetPolicy = TargetPolicy.standard();
    private Duration probeTimeout = Duration.ofSeconds(10);
    private Duration keyGrace = Duration.ofHours(1);
    private Clock clock = Clock.systemUTC();
    private @Nullable AuditListener auditListener;
    private int auditQueue;

    RegistryBuilder() {}

    /** The store that this URL names; a plug-in found by {@link java.util.ServiceLoader} opens it. */
    public RegistryBuilder url(String storeUrl) {
        this.url = Objects.requireNonNull(storeUrl, "storeUrl");
        return this;
    }

    /** This store, no discovery. The registry closes it. */
    public RegistryBuilder storage(ConnectionStore openStore) {
        this.store = Objects.requireNonNull(openStore, "openStore");
        return this;
    }

    /** What wraps the data keys. */
    public RegistryBuilder masterKey(MasterKey key) {
        this.masterKey = Objects.requireNonNull(key, "key");
        return this;
    }

    /** Who may do what; {@link AccessPolicy#standard()} unless set. */
    public RegistryBuilder accessPolicy(AccessPolicy policy) {
        this.accessPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Tests connections of the types that it accepts. Probes are asked in the order in which they were added here, then
     * those that {@link java.util.ServiceLoader} finds, then the library's own; the first that accepts a type tests it.
     */
    public RegistryBuilder probe(ConnectionProbe probe) {
        probes.add(Objects.requireNonNull(probe, "probe"));
        return this;
    }

    /** Where tests may connect; {@link TargetPolicy#standard()} unless set. */
    public RegistryBuilder targetPolicy(TargetPolicy policy) {
        this.targetPolicy = Objects.requireNonNull(policy, "policy");
        return this;
    }

    /** How long the test of a connection may take; 10 seconds unless set. */
    public RegistryBuilder probeTimeout(Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException("the test of a connection cannot take " + limit);
        }
        this.probeTimeout = limit;
        return this;
    }

    /** About how much memory the cache may take, in bytes; 32 MiB unless set, 0 for none. */
    public RegistryBuilder cacheBytes(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("the cache cannot take " + bytes + " bytes");
        }
        this.cacheBytes = bytes;
        return this;
    }

    /**
     * How long a key stays disabled before it can be destroyed; an hour unless set. It must be longer than a statement or a
     * transaction may live in the store, and than the clocks of the processes differ: what such a statement seals with the
     * key it had may come in so much later.
     */
    public RegistryBuilder keyGrace(Duration grace) {
        if (grace.isZero() || grace.isNegative()) {
            throw new IllegalArgumentException("a key's grace cannot be " + grace);
        }
        this.keyGrace = grace;
        return this;
    }

    /** What gives connections and keys their times; the system's unless set. */
    public RegistryBuilder clock(Clock source) {
        this.clock = Objects.requireNonNull(source, "source");
        return this;
    }

    /**
     * Is told of each operation on the thread that asked for it, before its caller has the answer; one that takes its time
     * takes the caller's. The last one that was set here or by {@link #queuedAuditListener} is the one.
     */
    public RegistryBuilder auditListener(AuditListener listener) {
        this.auditListener = Objects.requireNonNull(listener, "listener");
        this.auditQueue = 0;
        return this;
    }

    /**
     * Is told of each operation, one after the other, on a thread of its own: callers never wait for it. An event that finds
     * {@code capacity} others waiting is dropped and counted, see {@link Counters#eventsDropped()}.
     */
    public RegistryBuilder queuedAuditListener(AuditListener listener, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a queue of events cannot hold " + capacity);
        }
        this.auditListener = Objects.requireNonNull(listener, "listener");
        this.auditQueue = capacity;
        return this;
    }

    /**
     * Opens the registry.
     *
     * @throws RegistrySetupException with what is missing, or if the store cannot be opened so
     */
    public ConnectionRegistry open() {
        if (masterKey == null) {
            throw new RegistrySetupException(
                    "a registry needs a master key: pass one of MasterKey's, as MasterKey.fileOrCreate(path)");
        }
        if ((url == null) == (store == null)) {
            throw new RegistrySetupException("a registry needs one store: pass a URL or a ConnectionStore, not both");
        }
        Probes tests = new Probes(
                Stream.of(probes, PlugIns.find(ConnectionProbe.class), BuiltInProbes.all())
                        .flatMap(List::stream)
                        .toList(),
                new ProbeRunner(probeTimeout, Ticker.systemTicker(), targetPolicy));
        ConnectionStore opened = store != null ? store : StoreDiscovery.open(Objects.requireNonNull(url));
        return new EmbeddedRegistry(opened, masterKey, accessPolicy, tests, cacheBytes, keyGrace, clock, observation());
    }

    private Observation observation() {
        Ticker ticker = Ticker.systemTicker();
        if (auditListener == null) {
            return new Observation(null, clock, ticker);
        }
        Audit audit = auditQueue == 0
                ? Audit.direct(auditListener, ticker)
                : Audit.queued(auditListener, auditQueue, Audit.PATIENCE, ticker);
        return new Observation(audit, clock, ticker);
    }
}
