package io.connreg.jdbc;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.StoreProvider;

/** Lets a registry be opened by the URL of a database; found by {@link java.util.ServiceLoader}. */
public final class JdbcStoreProvider implements StoreProvider {
    @Override
    public String name() {
        return "registry-jdbc (jdbc:h2:…, jdbc:postgresql:…, jdbc:mariadb:…)";
    }

    @Override
    public boolean accepts(String url) {
        return Dialects.of(url).isPresent();
    }

    /** As {@link JdbcStores#open(String)}. */
    @Override
    public ConnectionStore open(String url) {
        return JdbcStores.open(url);
    }
}
