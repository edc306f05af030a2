package io.connreg.core;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.StoreProvider;

/** Opens {@code memory:}, each time a new and empty store; for a host's own tests. Public for ServiceLoader alone. */
public final class MemoryStoreProvider implements StoreProvider {
    private static final String URL = "memory:";

    @Override
    public String name() {
        return "registry-core (" + URL + ")";
    }

    @Override
    public boolean accepts(String url) {
        return url.equals(URL);
    }

    @Override
    public ConnectionStore open(String url) {
        return new MemoryStore();
    }
}
