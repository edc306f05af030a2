package io.connreg.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.connreg.jdbc.JdbcStores;
import io.connreg.servers.PostgresServer;
import io.connreg.servers.TestDatabase;
import io.connreg.spi.ConnectionStore;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
        Path place = Files.createTempDirectory(Files.createDirectories(folder), "h2-");
        String url = "jdbc:h2:" + place.toAbsolutePath().resolve("registry") + ";OPTIMIZE_REUSE_RESULTS=FALSE";
        return new Storage(Kind.H2, url, pool(url), () -> delete(place));
    }

    private static void delete(Path place) throws IOException {
        List<Path> files;
        try (var found = Files.list(place)) {
            files = found.toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(place);
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

    ConnectionStore store() {
        return JdbcStores.open(url);
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
