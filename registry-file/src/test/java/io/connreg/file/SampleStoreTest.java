package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.KeyId;
import io.connreg.spi.WriteOutcome;
import io.connreg.testkit.SampleRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of every format that was ever released is read, for ever. */
final class SampleStoreTest {
    private static final Path SAMPLE = Path.of("src/test/resources/sample-format-1");

    @TempDir
    Path dir;

    @Test
    void format1IsReadAndWrittenTo() throws IOException {
        Folder folder = copy();
        try (FileConnectionStore store = folder.open()) {
            assertHolds(store);
            assertThat(store.replace(SampleStore.PLAIN.next().write())).isEqualTo(WriteOutcome.DONE);
        }
        try (FileConnectionStore store = folder.open()) {
            assertThat(store.find("conn-plain"))
                    .contains(SampleStore.PLAIN.next().stored());
        }
    }

    @Test
    void format1IsReadWithoutItsIndex() throws IOException {
        Folder folder = copy();
        Files.delete(folder.path().resolve("snapshot-00000001.index"));
        try (FileConnectionStore store = folder.open()) {
            assertHolds(store);
        }
    }

    private static void assertHolds(FileConnectionStore store) {
        assertThat(store.scan("", 10))
                .isEqualTo(SampleStore.ROWS.stream().map(SampleRow::stored).toList());
        assertThat(store.slot()).contains(SampleStore.SLOT);
        assertThat(store.countSecretsByKey()).isEqualTo(Map.of(SampleStore.KEY, 3L, new KeyId(1), 1L));
        assertThat(store.cutTail()).isEmpty();
    }

    private Folder copy() throws IOException {
        Path copy = Files.createDirectory(dir.resolve("data"));
        try (Stream<Path> files = Files.list(SAMPLE)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
        return new Folder(copy);
    }
}
