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

/** What can be read of a damaged store is taken over, what cannot is told, and the damaged store stays as it is. */
final class SalvageTest {
    private static final String FIRST = "journal-00000001.jsonl";
    private static final KeySlot SLOT = new KeySlot(1, "slot");

    @TempDir
    Path dir;

    private Folder folder;
    private Folder salvaged;

    @BeforeEach
    void makeStore() {
        folder = new Folder(dir.resolve("data"));
        salvaged = new Folder(dir.resolve("salvaged"));
        try (FileConnectionStore store = folder.open(Folder.NEVER_COMPACTED)) {
            store.replaceSlot(SLOT);
            for (int i = 0; i < 30; i++) {
                store.insert(SampleRow.of("row-" + i).createdLater(i).write());
            }
        }
    }

    @Test
    void aDamagedLineIsLeftOutAndTold() {
        int at = folder.text(FIRST).indexOf("{\"put\":{\"id\":\"row-3\"");
        int length = folder.text(FIRST).indexOf('\n', at) + 1 - at;
        folder.flip(FIRST, at + 60);
        Map<String, String> before = folder.contents();

        SalvageReport report = FileStores.salvage(folder.path(), salvaged.path());

        assertThat(report)
                .isEqualTo(new SalvageReport(
                        29,
                        true,
                        List.of(new SalvageReport.Loss(
                                FIRST, at, length, "it is not a line as it was written", "row-3"))));
        assertThat(folder.contents()).isEqualTo(before);
        try (FileConnectionStore store = salvaged.open()) {
            assertThat(store.scan("", 100)).hasSize(29);
            assertThat(store.find("row-3")).isEmpty();
            assertThat(store.find("row-4"))
                    .contains(SampleRow.of("row-4").createdLater(4).stored());
            assertThat(store.slot()).contains(SLOT);
            store.insert(SampleRow.of("row-3").write());
        }
        salvaged.open().close();
    }

    @Test
    void anUndamagedStoreIsTakenOverWhole() {
        SalvageReport report = FileStores.salvage(folder.path(), salvaged.path());

        assertThat(report).isEqualTo(new SalvageReport(30, true, List.of()));
    }

    @Test
    void aHoleOfZerosAndAMissingSegmentAreTold() throws IOException {
        byte[] bytes = folder.bytes(FIRST);
        Arrays.fill(bytes, 600, 1_500, (byte) 0);
        folder.write(FIRST, bytes);
        Files.delete(folder.path().resolve("journal-00000002.jsonl"));

        SalvageReport report = FileStores.salvage(folder.path(), salvaged.path());

        assertThat(report.losses()).anySatisfy(loss -> {
            assertThat(loss.file()).isEqualTo(FIRST);
            assertThat(loss.offset()).isLessThanOrEqualTo(600);
            assertThat(loss.offset() + loss.length()).isGreaterThanOrEqualTo(1_500);
        });
        assertThat(report.losses())
                .contains(new SalvageReport.Loss("journal-00000002.jsonl", 0, 0, "the file is missing", null));
        try (FileConnectionStore store = salvaged.open()) {
            assertThat(store.scan("", 100)).hasSize((int) report.connections()).hasSizeGreaterThan(3);
        }
    }

    @Test
    void ofTwoThatHaveOneNameSinceALineIsLostTheLaterKeepsIt() {
        try (FileConnectionStore store = folder.open(Folder.NEVER_COMPACTED)) {
            store.replace(SampleRow.of("row-29")
                    .createdLater(29)
                    .next()
                    .named("other")
                    .write());
            store.insert(SampleRow.of("heir").named("name of row-29").write());
        }
        String name = folder.names().stream()
                .filter(each -> folder.text(each).contains("\"other\""))
                .findFirst()
                .orElseThrow();
        folder.flip(name, folder.text(name).indexOf("\"other\"") + 2);

        SalvageReport report = FileStores.salvage(folder.path(), salvaged.path());

        assertThat(report.losses())
                .hasSize(2)
                .allSatisfy(loss -> assertThat(loss.id()).isEqualTo("row-29"));
        try (FileConnectionStore store = salvaged.open()) {
            assertThat(store.findByName(SampleRow.WORKSPACE, "name of row-29")
                            .orElseThrow()
                            .head()
                            .id())
                    .isEqualTo("heir");
        }
    }

    @Test
    void theLaterIsTheOneThatWasWrittenLastNotTheOneThatWasMadeLast() {
        try (FileConnectionStore store = folder.open(Folder.NEVER_COMPACTED)) {
            store.replace(
                    SampleRow.of("row-29").createdLater(29).next().named("lost").write());
            store.replace(SampleRow.of("row-0").next().named("name of row-29").write());
        }
        String name = folder.names().stream()
                .filter(each -> folder.text(each).contains("\"lost\""))
                .findFirst()
                .orElseThrow();
        folder.flip(name, folder.text(name).indexOf("\"lost\"") + 2);

        FileStores.salvage(folder.path(), salvaged.path());

        try (FileConnectionStore store = salvaged.open()) {
            assertThat(store.findByName(SampleRow.WORKSPACE, "name of row-29")
                            .orElseThrow()
                            .head()
                            .id())
                    .isEqualTo("row-0");
        }
    }

    @Test
    void aDamagedSnapshotGivesWhatItHas() throws IOException {
        try (FileConnectionStore store = folder.open(Folder.SMALL)) {
            SampleRow row = SampleRow.of("busy");
            store.insert(row.write());
            for (int i = 0; i < 100; i++) {
                row = row.next();
                store.replace(row.write());
            }
            store.awaitCompaction();
        }
        String snapshot = folder.names().stream()
                .filter(name -> name.matches("snapshot-.*jsonl"))
                .findFirst()
                .orElseThrow();
        folder.flip(snapshot, folder.text(snapshot).indexOf("\"row-7\"") + 40);

        SalvageReport report = FileStores.salvage(folder.path(), salvaged.path());

        List<String> lost = new ArrayList<>();
        report.losses().forEach(loss -> lost.add(String.valueOf(loss.id())));
        assertThat(lost).contains("row-7");
        try (FileConnectionStore store = salvaged.open()) {
            assertThat(store.find("row-7")).isEmpty();
            assertThat(store.find("row-8")).isPresent();
            assertThat(store.slot()).contains(SLOT);
        }
    }

    @Test
    void nothingIsWrittenWhereSomethingIs() throws IOException {
        Files.createDirectories(salvaged.path());
        salvaged.write("notes.txt", "mine".getBytes(UTF_8));

        assertThatThrownBy(() -> FileStores.salvage(folder.path(), salvaged.path()))
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContaining("an empty directory");
        assertThat(salvaged.names()).containsExactly("notes.txt");
        assertThatThrownBy(() -> FileStores.salvage(salvaged.path(), dir.resolve("third")))
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContaining("no store in it");
        assertThat(dir.resolve("third")).doesNotExist();
    }
}
