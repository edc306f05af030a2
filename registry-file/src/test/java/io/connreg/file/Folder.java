package io.connreg.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.connreg.testkit.CrashCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A store's directory, as a test looks at it and spoils it. */
record Folder(Path path) {
    /** Segments of a few lines; compaction from a few dead ones on. */
    static final Sizes SMALL = new Sizes(4_096, 256, 1_024, 2_048);
    /** The same without compaction. */
    static final Sizes NEVER_COMPACTED = new Sizes(4_096, 256, 1_024, Long.MAX_VALUE);

    FileConnectionStore open() {
        return open(Sizes.USUAL);
    }

    FileConnectionStore open(Sizes sizes) {
        return FileConnectionStore.open(new OsDisk(path), sizes, (bytes, ofBytes) -> {});
    }

    /** The names of all files, but for the lock. */
    List<String> names() {
        return List.copyOf(contents().keySet());
    }

    /** Text, a character a byte, by name, but for the lock. */
    Map<String, String> contents() {
        try (Stream<Path> files = Files.list(path)) {
            Map<String, String> contents = new TreeMap<>();
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.equals(FileName.LOCK)) {
                    contents.put(name, new String(Files.readAllBytes(file), ISO_8859_1));
                }
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text(String name) {
        return new String(bytes(name), UTF_8);
    }

    byte[] bytes(String name) {
        try {
            return Files.readAllBytes(path.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, byte[] bytes) {
        try {
            Files.write(path.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Changes one byte of a file. */
    void flip(String name, int at) {
        byte[] bytes = bytes(name);
        bytes[at] ^= 1;
        write(name, bytes);
    }

    /** A copy of it as it is now. */
    Folder copy() {
        return new Folder(CrashCopy.of(path));
    }
}
