package io.connreg.examples.sweep;

import io.connreg.core.MemoryStoreProvider;
import io.connreg.file.FileStores;
import io.connreg.jdbc.JdbcStores;
import io.connreg.spi.ConnectionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A store in this process: in memory, in a directory of files, or on H2, which traces all that it does. */
record FolderHouse(
        Supplier<ConnectionStore> opening,
        String password,
        List<Path> written,
        List<Runnable> blows,
        List<String> signs)
        implements House {

    static FolderHouse memory() {
        return new FolderHouse(() -> new MemoryStoreProvider().open("memory:"), "", List.of(), List.of(), List.of());
    }

    static FolderHouse files(Path folder) {
        Path files = folder.resolve("files");
        return new FolderHouse(
                () -> FileStores.open(files),
                "",
                List.of(files),
                List.of(() -> truncateAllIn(files)),
                List.of("\"secretsByKey\":{\""));
    }

    static FolderHouse h2(Path folder) {
        String url = "jdbc:h2:" + folder.resolve("h2/registry") + ";USER=app;PASSWORD=" + Canaries.DATABASE_PASSWORD
                + ";TRACE_LEVEL_FILE=3;TRACE_LEVEL_SYSTEM_OUT=3";
        return new FolderHouse(
                () -> JdbcStores.open(url),
                Canaries.DATABASE_PASSWORD,
                List.of(folder.resolve("h2")),
                List.of(() -> Sql.run(url, "drop all objects")),
                List.of("HikariPool", "insert into connreg_connection", "/**/Connection "));
    }

    private static void truncateAllIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.write(file, new byte[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ConnectionStore open() {
        return opening.get();
    }

    @Override
    public void close() {}
}
