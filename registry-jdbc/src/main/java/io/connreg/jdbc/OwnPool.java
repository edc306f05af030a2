package io.connreg.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.connreg.RegistrySetupException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The connection pool of a store that was opened by URL. */
final class OwnPool {
    private static final int CONNECTIONS = 8;
    private static final int WAIT_MILLIS = 10_000;

    private OwnPool() {}

    @SuppressWarnings("try") // the first connection only has to be open
    static HikariDataSource open(String url, JdbcOptions options) {
        String shown = StoreUrl.shown(url);
        Dialect dialect = Dialects.of(url)
                .orElseThrow(() -> new RegistrySetupException("Cannot open " + shown + ": registry-jdbc takes "
                        + Dialects.ALL.stream()
                                .flatMap(known -> known.urls().stream())
                                .toList()
                        + " URLs."));
        UrlLogin login = UrlLogin.of(url);
        requireDriver(login.address(), shown, dialect);
        if (StoreUrl.opensAServer(url)) {
            throw new RegistrySetupException(
                    "Cannot open " + shown + " with AUTO_SERVER: it opens a door on the network"
                            + " for whoever can read the file. For several processes run an H2 server, and use its"
                            + " jdbc:h2:tcp: URL.");
        }
        if (StoreUrl.isUnnamedMemory(url)) {
            throw new RegistrySetupException("Cannot open jdbc:h2:mem: without a name, since each connection would see"
                    + " another database. Give it one, as jdbc:h2:mem:registry.");
        }
        DriverSource source = new DriverSource(login, options);
        // The pool logs why it cannot start, in the driver's words; so what can fail fails here, before.
        try (Connection first = source.getConnection()) {
            return new HikariDataSource(config(source, dialect.sessionSetup(options)));
        } catch (SQLException e) {
            throw SqlFailures.setup("open", shown, e);
        }
    }

    private static void requireDriver(String address, String shown, Dialect dialect) {
        try {
            DriverManager.getDriver(address);
        } catch (SQLException e) {
            throw new RegistrySetupException("Cannot open " + shown + ": no JDBC driver takes this URL. Put "
                    + dialect.driver() + " on the class path or module path.");
        }
    }

    private static HikariConfig config(DriverSource source, String sessionSetup) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("connreg");
        config.setMaximumPoolSize(CONNECTIONS);
        // One connection stays for good: with its last one an in-memory database would go.
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setConnectionInitSql(sessionSetup);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return config;
    }
}
