package io.connreg.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.RegistrySetupException;
import io.connreg.spi.KeySlot;
import io.connreg.testkit.SampleRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash leaves is mended; what is damaged is left as it is. */
final class RecoveryTest {
    private static final String FIRST = "journal-00000001.jsonl";

    @TempDir
    Path dir;

    private Folder folder;

    @BeforeEach
    void makeStore() {
        folder = new Folder(dir.resolve("data"));
    }

    @Test
    void aTornEndIsCutAndToldWhereverItIsTorn() {
        Folder whole = crashed();
        byte[] journal = whole.bytes(FIRST);
        int lastMark = whole.text(FIRST).lastIndexOf("{\"batch\"");
        int end = whole.text(FIRST).indexOf('\0');
        for (int torn = lastMark + 1; torn < end; torn += 7) {
            byte[] bytes = Arrays.copyOf(journal, journal.length);
            Arrays.fill(bytes, torn, bytes.length, (byte) 0);
            Folder left = whole.copy();
            left.write(FIRST, bytes);

            try (FileConnectionStore store = left.open()) {
                assertThat(store.find("one")).isPresent();
                assertThat(store.find("two")).isEmpty();
                CutTail cut = store.cutTail().orElseThrow();
                assertThat(cut.file()).isEqualTo(FIRST);
                assertThat(cut.offset()).isBetween((long) lastMark, (long) torn);
                assertThat(cut.offset() + cut.bytes()).isEqualTo(torn);
                store.insert(SampleRow.of("three").write());
            }
            try (FileConnectionStore store = left.open()) {
                assertThat(store.find("three")).isPresent();
                assertThat(store.cutTail()).isEmpty();
            }
        }
    }

    @Test
    void garbageBehindTheLastBatchIsCut() {
        Folder left = crashed();
        int end = left.text(FIRST).indexOf('\0');
        byte[] bytes = left.bytes(FIRST);
        bytes[end + 40] = 'x';
        left.write(FIRST, bytes);

        try (FileConnectionStore store = left.open()) {
            assertThat(store.find("two")).isPresent();
            assertThat(store.cutTail()).contains(new CutTail(FIRST, end, 41));
        }
        assertThat(left.text(FIRST)).doesNotContain("x\n").endsWith("}\n");
    }

    @Test
    void whatACrashLeftWholeIsKeptAndNothingIsCut() {
        try (FileConnectionStore store = crashed().open()) {
            assertThat(store.find("one")).isPresent();
            assertThat(store.find("two")).isPresent();
            assertThat(store.cutTail()).isEmpty();
        }
    }

    /** What is written next vouches for it. The last batch is written again, since a force of it may have failed. */
    @Test
    void whatACrashLeftIsForcedBeforeAnythingElseIsWritten() {
        Folder left = crashed();
        List<String> operations = new ArrayList<>();
        Disk disk = new HookedDisk(new OsDisk(left.path()), operations::add);
        try (FileConnectionStore store = FileConnectionStore.open(disk, Sizes.USUAL, (bytes, ofBytes) -> {})) {
            assertThat(operations)
                    .containsExactly("make", "write " + FIRST, "truncate " + FIRST, "force " + FIRST, "force");
            store.insert(SampleRow.of("three").write());
        }
        operations.clear();
        FileConnectionStore.open(disk, Sizes.USUAL, (bytes, ofBytes) -> {}).close();
        assertThat(operations).containsExactly("make", "force " + FIRST, "force");
    }

    @Test
    void everyByteBeforeTheLastMarkIsGuardedAndARefusalChangesNothing() {
        Folder whole = crashed();
        int lastMark = whole.text(FIRST).lastIndexOf("{\"batch\"");
        for (int at = 0; at < lastMark; at++) {
            whole.flip(FIRST, at);
            Map<String, String> before = whole.contents();

            assertThatThrownBy(whole::open)
                    .as("byte " + at)
                    .isInstanceOf(RegistrySetupException.class)
                    .hasMessageContaining(FIRST)
                    .hasMessageContaining("FileStores.salvage")
                    .hasNoCause();
            assertThat(whole.contents()).isEqualTo(before);
            whole.flip(FIRST, at);
        }
        whole.open().close();
    }

    @Test
    void afterACleanCloseEveryByteBeforeTheEndMarkIsGuarded() {
        crashed();
        folder.open().close();
        int endMark = folder.text(FIRST).lastIndexOf("{\"end\"");
        for (int at = 0; at < endMark; at++) {
            folder.flip(FIRST, at);
            assertThatThrownBy(folder::open).as("byte " + at).isInstanceOf(RegistrySetupException.class);
            folder.flip(FIRST, at);
        }
        folder.flip(FIRST, endMark + 3);
        try (FileConnectionStore store = folder.open()) {
            assertThat(store.find("two")).isPresent();
            assertThat(store.cutTail()).isPresent();
        }
    }

    @Test
    void theRefusalNamesTheFileAndTheByte() {
        Folder whole = crashed();
        int at = whole.text(FIRST).indexOf("{\"put\"");
        whole.flip(FIRST, at + 20);

        assertThatThrownBy(whole::open)
                .hasMessageContaining(FIRST + " is damaged at byte " + at + ": it is not a line as it was written")
                .hasMessageContaining("Nothing was changed");
    }

    @Test
    void aNewerFormatIsRefusedAndLeftAlone() {
        folder.open().close();
        String newer = folder.text(FIRST).replace("{\"format\":1,", "{\"format\":2,");
        folder.write(FIRST, newer.getBytes(UTF_8));
        Map<String, String> before = folder.contents();

        assertThatThrownBy(folder::open)
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContaining(FIRST + " is of format 2")
                .hasMessageNotContaining("damaged");
        assertThat(folder.contents()).isEqualTo(before);
    }

    @Test
    void aMissingSegmentIsRefusedByName() throws IOException {
        fillSegments();
        for (String name : folder.names().subList(0, folder.names().size() - 1)) {
            Folder left = folder.copy();
            Files.delete(left.path().resolve(name));
            Map<String, String> before = left.contents();

            assertThatThrownBy(left::open)
                    .isInstanceOf(RegistrySetupException.class)
                    .hasMessageContaining(name + " is missing");
            assertThat(left.contents()).isEqualTo(before);
        }
    }

    @Test
    void inAFinishedSegmentNothingIsTakenForATornEnd() {
        fillSegments();
        byte[] bytes = folder.bytes(FIRST);
        int endMark = folder.text(FIRST).lastIndexOf("{\"end\"");
        for (int length : new int[] {endMark, endMark + 5, bytes.length - 1}) {
            folder.write(FIRST, Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> folder.open(Folder.NEVER_COMPACTED))
                    .isInstanceOf(RegistrySetupException.class)
                    .hasMessageContaining(FIRST + " is damaged at byte " + endMark);
        }
        folder.write(FIRST, (folder.text(FIRST) + "x").getBytes(UTF_8));
        assertThatThrownBy(() -> folder.open(Folder.NEVER_COMPACTED)).isInstanceOf(RegistrySetupException.class);
        folder.write(FIRST, Arrays.copyOf(bytes, bytes.length + 1));
        folder.open(Folder.NEVER_COMPACTED).close();
    }

    @Test
    void aSegmentOfAnotherStoreIsRefused() {
        fillSegments();
        Folder other = new Folder(dir.resolve("other"));
        other.open().close();
        other.write("journal-00000002.jsonl", folder.bytes("journal-00000002.jsonl"));

        assertThatThrownBy(other::open).isInstanceOf(RegistrySetupException.class);
    }

    @Test
    void aLineThatIsWholeButDoesNotFollowIsDamageAtTheEndToo() {
        Folder left = crashed();
        String text = left.text(FIRST);
        int end = text.indexOf('\0');
        int two = text.lastIndexOf("{\"put\"");
        left.write(FIRST, (text.substring(0, end) + text.substring(two, end)).getBytes(UTF_8));

        assertThatThrownBy(left::open)
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContaining("it does not follow on what stands before it");
    }

    @Test
    void whatACrashLeftUnfinishedIsClearedAwayOnceTheStoreIsKnownToBeSound() {
        crashed();
        folder.write("journal-00000002.jsonl.new", "half".getBytes(UTF_8));
        folder.write("snapshot-00000001.jsonl.new", "half".getBytes(UTF_8));
        folder.write("snapshot-00000001.index", "half".getBytes(UTF_8));
        folder.write("journal-1.jsonl.new", "foreign".getBytes(UTF_8));
        folder.write("notes.txt", "foreign".getBytes(UTF_8));
        folder.flip(FIRST, 0);
        assertThatThrownBy(folder::open).isInstanceOf(RegistrySetupException.class);
        assertThat(folder.names()).hasSize(6);
        folder.flip(FIRST, 0);

        folder.open().close();

        assertThat(folder.names()).containsExactly("journal-00000001.jsonl", "journal-1.jsonl.new", "notes.txt");
    }

    /** A store of one row, a slot and another row, a batch each, as a kill would leave it; and the same store, closed. */
    private Folder crashed() {
        try (FileConnectionStore store = folder.open(new Sizes(1 << 20, 256, 256, Long.MAX_VALUE))) {
            store.insert(SampleRow.of("one").write());
            store.replaceSlot(new KeySlot(1, "{\"keys\":[]}"));
            store.insert(SampleRow.of("two").write());
            return folder.copy();
        }
    }

    /** Three segments. */
    private void fillSegments() {
        try (FileConnectionStore store = folder.open(Folder.NEVER_COMPACTED)) {
            for (int i = 0; folder.names().size() < 3; i++) {
                store.insert(SampleRow.of("row-" + i).write());
            }
        }
    }
}
