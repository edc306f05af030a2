package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.StorageException;
import io.connreg.testkit.SampleRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Fills the file system that a directory is in; then, as another process that has heard what was acknowledged, makes room
 * by deleting the file {@code ballast}, and looks.
 */
final class FullDisk {
    private static final int TIMES = 3;
    private static final String DOCUMENT = "{\"x\":\"" + "x".repeat(3_000) + "\"}";

    private final Sizes sizes = new Sizes(160 << 10, 16 << 10, 64 << 10, 128 << 10);
    private final Path directory;
    private int rows;

    private FullDisk(Path directory) {
        this.directory = directory.resolve("data");
    }

    /** Of a directory and what to do, {@code fill} or {@code look}. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        if (arguments[1].equals("fill")) {
            FullDisk disk = new FullDisk(directory);
            for (int i = 0; i < TIMES; i++) {
                disk.fill();
            }
            System.out.print("full\n");
        } else {
            look(directory);
        }
    }

    private void fill() {
        try (FileConnectionStore store = open()) {
            StorageException full = null;
            while (full == null) {
                full = write(store);
            }
            assertThat(full).hasMessageContaining("takes no writes any more").hasMessageContaining("disk is full");
            Contents before = Contents.of(store);
            assertThat(write(store)).hasMessageContaining("takes no writes any more");
            assertThat(Contents.of(store)).isEqualTo(before);
        }
    }

    /** One row, and another in its place; why not, if that fails. */
    private @Nullable StorageException write(FileConnectionStore store) {
        SampleRow row = SampleRow.of("row-" + rows++).document(DOCUMENT);
        try {
            AcknowledgingWriter.tell("will", row.id(), 1);
            store.insert(row.write());
            AcknowledgingWriter.tell("did", row.id(), 1);
            AcknowledgingWriter.tell("will", row.id(), 2);
            store.replace(row.next().write());
            AcknowledgingWriter.tell("did", row.id(), 2);
            return null;
        } catch (StorageException full) {
            return full;
        }
    }

    private static void look(Path directory) throws IOException {
        Acknowledged acknowledged = new Acknowledged(head -> {
            SampleRow row = SampleRow.of(head.id()).document(DOCUMENT);
            return (head.rowVersion() == 1 ? row : row.next()).stored();
        });
        boolean full = false;
        try (BufferedReader said = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                acknowledged.note(line);
                full |= line.equals("full");
            }
        }
        assertThat(full).isTrue();
        Files.deleteIfExists(directory.resolve("ballast"));
        FullDisk disk = new FullDisk(directory);
        disk.rows = 1_000_000;
        try (FileConnectionStore store = disk.open()) {
            acknowledged.check(store);
            assertThat(disk.write(store)).isNull();
        }
        try (FileConnectionStore store = disk.open()) {
            assertThat(store.cutTail()).isEmpty();
            assertThat(store.find("row-1000000")).isPresent();
        }
        System.out.println("sound: " + acknowledged);
    }

    private FileConnectionStore open() {
        return FileConnectionStore.open(new OsDisk(directory), sizes, (bytes, ofBytes) -> {});
    }
}
