package io.connreg.core;

import io.connreg.ConnectionRegistry;
import io.connreg.RegistrySetupException;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.ConnectionStore;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a registry is to be opened. A store, by URL or as it is, and a master key are needed. Not thread-safe. */
public final class RegistryBuilder {
    private static final long DEFAULT_CACHE_BYTES = 32L * 1024 * 1024;

    private @Nullable String url;
    private @Nullable ConnectionStore store;
    private @Nullable MasterKey masterKey;
    private AccessPolicy accessPolicy = AccessPolicy.standard();
    private long cacheBytes = DEFAULT_CACHE_BYTES;
    private Clock clock = Clock.systemUTC();

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

    /** About how much memory the cache may take, in bytes; 32 MiB unless set, 0 for none. */
    public RegistryBuilder cacheBytes(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("the cache cannot take " + bytes + " bytes");
        }
        this.cacheBytes = bytes;
        return this;
    }

    /** What gives connections their times; the system's unless set. */
    public RegistryBuilder clock(Clock source) {
        this.clock = Objects.requireNonNull(source, "source");
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
        ConnectionStore opened = store != null ? store : StoreDiscovery.open(Objects.requireNonNull(url));
        return new EmbeddedRegistry(opened, masterKey, accessPolicy, cacheBytes, clock);
    }
}
