package io.connreg.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a killed process would leave of a store that keeps its data in files: a copy of them, taken while the store is
 * open and nobody writes.
 */
public final class CrashCopy {
    private CrashCopy() {}

    /** Copies a store's directory, with all that is in it, to a new one beside it. */
    public static Path of(Path directory) {
        try (Stream<Path> walk = Files.walk(directory)) {
            List<Path> files = walk.toList();
            Path copy = Files.createTempDirectory(directory.toAbsolutePath().getParent(), "crash");
            for (Path file : files.subList(1, files.size())) {
                Files.copy(file, copy.resolve(directory.relativize(file)));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
