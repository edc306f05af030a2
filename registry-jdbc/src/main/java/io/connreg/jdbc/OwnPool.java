package io.connreg.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.connreg.RegistrySetupException;
import java.sql.Connection;
import java.sql.SQLException;

/** The connection pool of a store that was opened by URL. */
final class OwnPool {
    private static final int CONNECTIONS = 8;
    private static final int WAIT_MILLIS = 10_000;

    private OwnPool() {}

    @SuppressWarnings("try") // the first connection only has to be open
    static HikariDataSource open(String url) {
        if (!StoreUrl.isH2(url)) {
            throw new RegistrySetupException(
                    "Cannot open " + StoreUrl.shown(url) + ": this version of registry-jdbc takes jdbc:h2: URLs only.");
        }
        if (StoreUrl.isUnnamedMemory(url)) {
            throw new RegistrySetupException("Cannot open jdbc:h2:mem: without a name, since each connection would see"
                    + " another database. Give it one, as jdbc:h2:mem:registry.");
        }
        DriverSource source = new DriverSource(url);
        // The pool logs why it cannot start, in the driver's words; so what can fail fails here, before.
        try (Connection first = source.getConnection()) {
            return new HikariDataSource(config(source));
        } catch (SQLException e) {
            throw SqlFailures.setup("open", StoreUrl.shown(url), e);
        }
    }

    private static HikariConfig config(DriverSource source) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("connreg");
        config.setMaximumPoolSize(CONNECTIONS);
        // One connection stays for good: with its last one an in-memory database would go.
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setConnectionTimeout(WAIT_MILLIS);
        return config;
    }
}
