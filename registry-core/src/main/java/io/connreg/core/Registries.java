package io.connreg.core;

import io.connreg.ConnectionRegistry;
import io.connreg.KeyUnavailableException;
import io.connreg.RegistrySetupException;

/** Opens registries. */
public final class Registries {
    private Registries() {}

    /**
     * The registry in this store, made ready if the store is new.
     *
     * @param url {@code jdbc:h2:./data/registry} with registry-jdbc on the class path, or {@code memory:}
     * @param masterKey looked up when secrets are first read or written; if it is missing or wrong then, those calls
     *     throw {@link KeyUnavailableException}
     * @throws RegistrySetupException if no plug-in, or more than one, takes the URL, or the store cannot be opened so
     */
    public static ConnectionRegistry open(String url, MasterKey masterKey) {
        return builder().url(url).masterKey(masterKey).open();
    }

    /** An empty registry in memory with a master key of its own, gone when it is closed: for a host's tests. */
    public static ConnectionRegistry inMemory() {
        return open("memory:", MasterKey.line(MasterKey.generate()));
    }

    /** For all that {@link #open} leaves at its default. */
    public static RegistryBuilder builder() {
        return new RegistryBuilder();
    }
}
