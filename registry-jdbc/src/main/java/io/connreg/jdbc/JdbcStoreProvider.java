package io.connreg.jdbc;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.StoreProvider;

/** Lets a registry be opened by a {@code jdbc:h2:} URL; found by {@link java.util.ServiceLoader}. */
public final class JdbcStoreProvider implements StoreProvider {
    @Override
    public String name() {
        return "registry-jdbc (jdbc:h2:…)";
    }

    @Override
    public boolean accepts(String url) {
        return StoreUrl.isH2(url);
    }

    /** As {@link JdbcStores#open(String)}. */
    @Override
    public ConnectionStore open(String url) {
        return JdbcStores.open(url);
    }
}
