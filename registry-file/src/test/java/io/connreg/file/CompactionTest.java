package io.connreg.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.KeyId;
import io.connreg.RegistrySetupException;
import io.connreg.StorageException;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import io.connreg.testkit.SampleRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not true any more is left behind, and nothing else. */
final class CompactionTest {
    private static final KeySlot SLOT = new KeySlot(1, "{\"keys\":[]}");

    @TempDir
    Path dir;

    private Folder folder;

    @BeforeEach
    void makeStore() {
        folder = new Folder(dir.resolve("data"));
    }

    @Test
    void beginsByItselfAndKeepsWhatIsThere() {
        List<StoredConnection> rows = compacted();

        String number = snapshot().substring("snapshot-".length(), "snapshot-".length() + 8);
        assertThat(folder.names().stream().filter(name -> name.startsWith("journal")))
                .isNotEmpty()
                .allMatch(name -> name.compareTo("journal-" + number + ".jsonl") > 0);
        assertThat(folder.names().stream().filter(name -> !name.startsWith("journal")))
                .containsExactly("snapshot-" + number + ".index", "snapshot-" + number + ".jsonl");
        try (FileConnectionStore store = folder.open()) {
            assertHolds(store, rows);
        }
    }

    @Test
    void withoutItsIndexOrWithABadOneTheSnapshotItselfIsRead() throws IOException {
        List<StoredConnection> rows = compacted();
        String index = index();
        byte[] sound = folder.bytes(index);
        for (int at = 0; at < sound.length; at += 11) {
            folder.flip(index, at);
            try (FileConnectionStore store = folder.open()) {
                assertHolds(store, rows);
            }
            folder.write(index, sound);
        }
        folder.write(index, Arrays.copyOf(sound, sound.length / 2));
        folder.open().close();
        Files.delete(dir.resolve("data").resolve(index));
        try (FileConnectionStore store = folder.open()) {
            assertHolds(store, rows);
        }
    }

    @Test
    void aDamagedSnapshotIsRefusedWhenItIsReadAndNamedWhenADocumentIs() throws IOException {
        compacted();
        String snapshot = snapshot();
        int document = folder.text(snapshot).indexOf("\"document\":") + 14;
        folder.flip(snapshot, document);
        try (FileConnectionStore store = folder.open()) {
            assertThatThrownBy(() -> store.scan("", 100))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining(snapshot);
        }
        Files.delete(dir.resolve("data").resolve(index()));
        Map<String, String> before = folder.contents();

        assertThatThrownBy(folder::open)
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContaining(snapshot + " is damaged at byte");
        assertThat(folder.contents()).isEqualTo(before);
    }

    @Test
    void aSnapshotThatIsCutOrLongerIsRefused() throws IOException {
        compacted();
        String snapshot = snapshot();
        byte[] sound = folder.bytes(snapshot);
        for (int length : new int[] {sound.length - 1, sound.length - 60, sound.length + 1}) {
            folder.write(snapshot, Arrays.copyOf(sound, length));
            assertThatThrownBy(folder::open).as(length + " bytes").isInstanceOf(RegistrySetupException.class);
        }
    }

    @Test
    void fieldsThatALaterLibraryWroteAreKeptByteForByte() {
        try (FileConnectionStore store = folder.open()) {
            store.insert(SampleRow.of("later").write());
        }
        String name = "journal-00000001.jsonl";
        String text = folder.text(name);
        String line = text.lines()
                .filter(each -> each.contains("\"later\""))
                .findFirst()
                .orElseThrow();
        String content = line.substring(0, line.length() - Frame.TAIL)
                .replace("\"id\":\"later\"", "\"id\":\"later\",\"mood\":{\"of\":[\"the\",1.50]}")
                .replace(",\"document\"", ",\"more\":[1, 2,  {}],\"document\"");
        String edited = new String(Frame.close(content.getBytes(UTF_8), content.getBytes(UTF_8).length), UTF_8);
        String head = text.substring(0, text.indexOf(line));
        folder.write(name, (head + edited).getBytes(UTF_8));

        churn();

        assertThat(folder.text(snapshot())).contains("\n" + edited);
        try (FileConnectionStore store = folder.open()) {
            assertThat(store.find("later")).contains(SampleRow.of("later").stored());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"create snapshot", "rename snapshot"})
    void whatIsWrittenWhileItIsUnderWayIsNotLost(String point) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Disk disk = new HookedDisk(new OsDisk(folder.path()), operation -> {
            if (operation.startsWith(point) && operation.endsWith("jsonl.new")) {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IOException("a test was interrupted", e);
                }
            }
        });
        List<StoredConnection> expected = new ArrayList<>();
        try (FileConnectionStore store = FileConnectionStore.open(disk, Folder.SMALL, (bytes, ofBytes) -> {})) {
            store.insert(SampleRow.of("deleted").write());
            store.insert(SampleRow.of("replaced").write());
            store.insert(SampleRow.of("made anew").write());
            store.replaceSlot(SLOT);
            SampleRow busy = SampleRow.of("busy");
            store.insert(busy.write());
            while (begun.getCount() > 0) {
                busy = busy.next();
                store.replace(busy.write());
            }
            store.delete("deleted", 1);
            store.delete("made anew", 1);
            SampleRow replaced = SampleRow.of("replaced").next().named("other");
            store.replace(replaced.write());
            store.insert(SampleRow.of("made anew").document("{\"a\":2}").write());
            store.insert(SampleRow.of("new").write());
            KeySlot next = new KeySlot(2, "next");
            store.replaceSlot(next);
            expected.addAll(List.of(
                    busy.stored(),
                    SampleRow.of("made anew").document("{\"a\":2}").stored(),
                    SampleRow.of("new").stored(),
                    replaced.stored()));
            goOn.countDown();
            store.awaitCompaction();
            assertThat(store.scan("", 10)).isEqualTo(expected);
            try (FileConnectionStore left = folder.copy().open()) {
                assertThat(left.scan("", 10)).isEqualTo(expected);
                assertThat(left.slot()).contains(next);
            }
        }
        try (FileConnectionStore store = folder.open()) {
            assertThat(store.scan("", 10)).isEqualTo(expected);
        }
    }

    @Test
    void whereItFailsTheStoreGoesOnWithItsOldFiles() {
        for (String failing : List.of("create snapshot", "write snapshot", "force snapshot", "rename snapshot")) {
            Folder left = new Folder(dir.resolve(failing));
            Disk disk = new HookedDisk(new OsDisk(left.path()), operation -> {
                if (operation.startsWith(failing)) {
                    throw new IOException("full");
                }
            });
            SampleRow row = SampleRow.of("one");
            try (FileConnectionStore store = FileConnectionStore.open(disk, Folder.SMALL, (bytes, ofBytes) -> {})) {
                store.insert(row.write());
                for (int i = 0; i < 100; i++) {
                    row = row.next();
                    store.replace(row.write());
                }
                store.awaitCompaction();
                assertThat(left.names()).as(failing).allMatch(name -> name.startsWith("journal-"));
                assertThat(store.find("one")).contains(row.stored());
            }
            try (FileConnectionStore store = left.open()) {
                assertThat(store.find("one")).contains(row.stored());
            }
        }
    }

    @Test
    void damageIsNotCopied() {
        try (FileConnectionStore store = folder.open(Folder.SMALL)) {
            store.insert(SampleRow.of("spoiled").write());
            String first = "journal-00000001.jsonl";
            folder.flip(first, folder.text(first).indexOf("\"spoiled\"") + 3);
            SampleRow busy = SampleRow.of("busy");
            store.insert(busy.write());
            for (int i = 0; i < 100; i++) {
                busy = busy.next();
                store.replace(busy.write());
            }
            store.awaitCompaction();

            assertThat(folder.names()).contains(first).allMatch(name -> name.startsWith("journal-"));
            assertThat(store.find("busy")).contains(busy.stored());
            assertThatThrownBy(() -> store.find("spoiled"))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("'spoiled': its line in " + first);
        }
    }

    @Test
    void oldFilesThatACrashLeftAreNotReadAgain() {
        try (FileConnectionStore store = folder.open(Folder.NEVER_COMPACTED)) {
            store.insert(SampleRow.of("gone").write());
        }
        byte[] first = folder.bytes("journal-00000001.jsonl");
        try (FileConnectionStore store = folder.open()) {
            store.delete("gone", 1);
        }
        List<StoredConnection> rows = compacted();
        folder.write("journal-00000001.jsonl", first);
        folder.write("snapshot-00000001.jsonl", first);

        try (FileConnectionStore store = folder.open()) {
            assertHolds(store, rows);
        }
        assertThat(folder.names()).doesNotContain("journal-00000001.jsonl", "snapshot-00000001.jsonl");
    }

    private String snapshot() {
        return folder.names().stream()
                .filter(name -> name.matches("snapshot-\\d{8}\\.jsonl"))
                .findFirst()
                .orElseThrow();
    }

    private String index() {
        return snapshot().replace(".jsonl", ".index");
    }

    /** A store whose journal was compacted at least once, and what is in it. */
    private List<StoredConnection> compacted() {
        churn();
        try (FileConnectionStore store = folder.open(Folder.NEVER_COMPACTED)) {
            return store.scan("", 100);
        }
    }

    private void churn() {
        try (FileConnectionStore store = folder.open(Folder.SMALL)) {
            store.replaceSlot(SLOT);
            for (int i = 0; i < 5; i++) {
                SampleRow row = SampleRow.of("row-" + i)
                        .model("m", "LLM", true)
                        .sealed(new KeyId(-1), 2)
                        .document(i % 2 == 0 ? "{\"n\":" + i + "}" : "not\njson");
                store.insert(row.write());
                for (int j = 0; j < 30; j++) {
                    row = row.next();
                    store.replace(row.write());
                }
                store.awaitCompaction();
            }
        }
    }

    private static void assertHolds(FileConnectionStore store, List<StoredConnection> rows) {
        assertThat(rows).isNotEmpty();
        assertThat(store.scan("", 100)).isEqualTo(rows);
        assertThat(store.slot()).isEqualTo(Optional.of(SLOT));
        assertThat(store.countSecretsByKey().get(new KeyId(-1))).isEqualTo(10);
        assertThat(store.scanByKey(new KeyId(-1), "", 100)).hasSize(5);
    }
}
