package io.connreg.benchmarks;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** A folder of a benchmark's own, which goes with all that is in it. */
record Folder(Path path) implements Closeable {
    static Folder in(Path out) throws IOException {
        return new Folder(Files.createTempDirectory(Files.createDirectories(out), "measured-"));
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (var found = Files.walk(path)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
