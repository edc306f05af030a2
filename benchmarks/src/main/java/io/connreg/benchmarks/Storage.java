package io.connreg.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.connreg.jdbc.JdbcOptions;
import io.connreg.jdbc.JdbcStores;
import io.connreg.servers.PostgresServer;
import io.connreg.servers.TestDatabase;
import io.connreg.spi.ConnectionStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * An empty database that both sides use at once: the registry with the pool of its own, and plain JDBC with another.
 *
 * @param drop removes it
 */
record Storage(Kind kind, String url, HikariDataSource plain, Closeable drop) implements Closeable {
    /** The databases that are measured. */
    enum Kind {
        H2,
        POSTGRESQL
    }

    static Storage open(String name, Path folder) throws IOException {
        return switch (name) {
            case "h2" -> h2(folder);
            case "postgresql" -> postgreSql();
            default -> throw new IllegalArgumentException("storages are h2 and postgresql, not " + name);
        };
    }

    /** H2 gives the last result again where a question is repeated, which would measure nothing. */
    private static Storage h2(Path folder) throws IOException {
        Folder place = Folder.in(folder);
        String url = "jdbc:h2:" + place.path().toAbsolutePath().resolve("registry") + ";OPTIMIZE_REUSE_RESULTS=FALSE";
        return new Storage(Kind.H2, url, pool(url), place);
    }

    private static Storage postgreSql() {
        TestDatabase database = PostgresServer.shared().newDatabase();
        return new Storage(Kind.POSTGRESQL, database.url(), pool(database.url()), database::close);
    }

    private static HikariDataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        return new HikariDataSource(config);
    }

    /** With time to count a million rows, which H2 may need more than the usual for. */
    ConnectionStore store() {
        return JdbcStores.open(url, JdbcOptions.DEFAULT.statementTimeout(Duration.ofMinutes(10)));
    }

    String shown() {
        return kind == Kind.H2 ? "H2, file" : "PostgreSQL";
    }

    @Override
    public void close() throws IOException {
        plain.close();
        drop.close();
    }
}
