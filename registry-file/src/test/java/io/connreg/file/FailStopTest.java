package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.StorageException;
import io.connreg.spi.WriteOutcome;
import io.connreg.testkit.SampleRow;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A write that fails is the last one, whatever of it is on disk. */
final class FailStopTest {
    private static final String FIRST = "journal-00000001.jsonl";

    @TempDir
    Path dir;

    private final List<String> operations = new ArrayList<>();
    private final AtomicReference<String> failing = new AtomicReference<>("");

    @ParameterizedTest
    @ValueSource(strings = {"write " + FIRST, "force " + FIRST})
    void writingStopsForGoodAndReadingGoesOn(String operation) {
        Folder folder = new Folder(dir.resolve("data"));
        try (FileConnectionStore store = open(folder)) {
            store.insert(SampleRow.of("one").write());
            failing.set(operation);
            assertThatThrownBy(() -> store.insert(SampleRow.of("two").write()))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("takes no writes any more")
                    .hasMessageContaining("the next opening shows whether it happened")
                    .hasNoCause();
            failing.set("");
            operations.clear();

            assertThatThrownBy(() -> store.insert(SampleRow.of("three").write()))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("takes no writes any more");
            assertThatThrownBy(() -> store.delete("one", 1)).isInstanceOf(StorageException.class);
            assertThat(store.find("one")).contains(SampleRow.of("one").stored());
            assertThat(store.find("two")).isEmpty();
        }
        assertThat(operations).as("nothing is forced or written any more").isEmpty();
        try (FileConnectionStore store = folder.open()) {
            assertThat(store.find("one")).isPresent();
            assertThat(store.find("three")).isEmpty();
            assertThat(store.insert(SampleRow.of("four").write())).isEqualTo(WriteOutcome.DONE);
        }
    }

    @Test
    void aWriteThatIsRefusedWritesNothingAndStopsNothing() {
        Folder folder = new Folder(dir.resolve("data"));
        try (FileConnectionStore store = open(folder)) {
            store.insert(SampleRow.of("one").write());
            Map<String, String> before = folder.contents();

            assertThatThrownBy(() ->
                            store.insert(SampleRow.of("one").named("canary").write()))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("insert connection 'one': the id is in use")
                    .hasMessageNotContaining("canary");
            assertThatThrownBy(() -> store.insert(SampleRow.of("two").next().write()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() ->
                            store.insert(SampleRow.of("two").document("\ud83d").write()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("unpaired surrogate");
            assertThatThrownBy(() -> store.insert(
                            SampleRow.of("two").document("{\"a\":\"\ude00\"}").write()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.replace(
                            SampleRow.of("one").next().in("elsewhere").write()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(folder.contents()).isEqualTo(before);
            assertThat(store.replace(SampleRow.of("one").next().write())).isEqualTo(WriteOutcome.DONE);
        }
    }

    private FileConnectionStore open(Folder folder) {
        Disk disk = new HookedDisk(new OsDisk(folder.path()), operation -> {
            operations.add(operation);
            if (operation.equals(failing.get())) {
                throw new IOException("No space left on device, says a driver");
            }
        });
        return FileConnectionStore.open(disk, Sizes.USUAL, (bytes, ofBytes) -> {});
    }
}
