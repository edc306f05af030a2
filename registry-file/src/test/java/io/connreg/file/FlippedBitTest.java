package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.RegistrySetupException;
import io.connreg.StorageException;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ListScope;
import io.connreg.spi.StoredConnection;
import io.connreg.testkit.SampleRow;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every byte of every file goes bad: it is refused, or does not matter, or is told; never is anything else read. */
@Tag("slow")
@Tag("crash")
final class FlippedBitTest {
    private static final int EVERY_BYTE = Thorough.of(11, 1);
    private static final int ALL_BITS = Thorough.of(1, 8);
    private static final int SOME_BITS = Thorough.of(1, 2);
    private static final String NOWHERE = "";
    private static final ListScope EVERYWHERE =
            new ListScope("root", List.of(ListScope.Grant.everywhere(ListScope.Reach.ALL)));

    /** What became of the stores with a flipped bit. */
    private final Map<String, Integer> fates = new TreeMap<>();

    @Test
    void ofAStoreThatWasClosedNothingIsLost() {
        Session session = new Session(Fuse.never(), true);
        Workload.begin(session);
        session.close();
        flipEach(session, ALL_BITS, NOWHERE, List.of(session.now()));
        assertThat(fates).containsKeys("refused", "the same, and a cut told");
        told("a closed store");
    }

    @Test
    void ofAStoreThatWasKilledTheLastBatchMayBeAndIsToldThen() {
        Session session = new Session(Fuse.never(), true);
        SampleRow[] rows = Workload.begin(session);
        List<Contents> legal = lastBatch(session, rows);
        flipEach(session, ALL_BITS, "journal-00000002.jsonl", legal);
        assertThat(fates).containsOnlyKeys("refused", "a part of the last batch, told");
        told("a killed store");
    }

    @Test
    void ofAStoreWithASnapshotAndItsIndex() {
        Session session = compacted();
        flipEach(session, SOME_BITS, NOWHERE, List.of(session.now()));
        assertThat(fates).containsKeys("refused", "the same", "opened, a document refused");
        told("a closed store with a snapshot and an index");
    }

    @Test
    void ofAStoreWithASnapshotAlone() throws IOException {
        Session session = compacted();
        session.disk().delete(indexOf(session));
        flipEach(session, SOME_BITS, NOWHERE, List.of(session.now()));
        assertThat(fates).containsOnlyKeys("refused", "the same, and a cut told");
        told("a closed store with a snapshot");
    }

    @Test
    void ofAKilledStoreWithASnapshot() {
        Session session = compacted();
        session.open();
        SampleRow[] rows = {SampleRow.of("last-1"), SampleRow.of("last-2")};
        for (SampleRow row : rows) {
            session.insert(row);
        }
        List<Contents> legal = lastBatch(session, rows);
        String last = session.disk().list().stream()
                .filter(name -> name.startsWith("journal"))
                .max(String::compareTo)
                .orElseThrow();
        flipEach(session, SOME_BITS, last, legal);
        assertThat(fates).containsKeys("refused", "the same, and a cut told", "a part of the last batch, told");
        told("a killed store with a snapshot and an index");
    }

    @Test
    void aByteThatGoesBadUnderAnOpenStoreIsNeverRead() {
        Session session = new Session(Fuse.never(), true);
        Workload.begin(session);
        for (Map.Entry<String, String> file : session.disk().contents().entrySet()) {
            for (int at = 0; at < file.getValue().length(); at += EVERY_BYTE) {
                session.disk().flip(file.getKey(), at, 1 << at % 8);
                count(fateOfReading(session.store(), session.now()));
                session.disk().flip(file.getKey(), at, 1 << at % 8);
            }
        }
        assertThat(Contents.of(session.store())).isEqualTo(session.now());
        session.close();
        assertThat(fates).containsOnlyKeys("the same", "opened, a document refused");
        told("an open store");
    }

    /** Of several rows; the store is killed then. What it may hold if something of the batch is lost: the whole comes last. */
    private static List<Contents> lastBatch(Session session, SampleRow[] rows) {
        SampleRow[] next = new SampleRow[rows.length];
        for (int i = 0; i < rows.length; i++) {
            next[i] = rows[i].next();
        }
        List<Contents> legal = session.now().through(List.of(next));
        session.replace(next);
        session.kill();
        return legal;
    }

    /** A store with a snapshot and a journal behind it, closed. */
    private static Session compacted() {
        Session session = new Session(Fuse.never(), true);
        Workload.churn(session, Workload.begin(session), 5);
        session.close();
        session.open();
        session.close();
        return session;
    }

    private static String indexOf(Session session) {
        return session.disk().list().stream()
                .filter(name -> name.endsWith(".index"))
                .max(String::compareTo)
                .orElseThrow();
    }

    /**
     * Of each byte of each file some bits, one by one, beginning with another at each byte.
     *
     * @param unvouched the file whose last batch may be lost
     */
    private void flipEach(Session session, int bits, String unvouched, List<Contents> legal) {
        Map<String, String> sound = session.disk().contents();
        for (String name : sound.keySet()) {
            for (int at = 0; at < sound.get(name).length(); at += EVERY_BYTE) {
                for (int i = 0; i < bits; i++) {
                    int flipped = (at + i) % 8;
                    try {
                        count(flip(sound, name, at, 1 << flipped, name.equals(unvouched) ? legal : last(legal)));
                    } catch (AssertionError | RuntimeException e) {
                        throw new AssertionError(name + ", byte " + at + ", bit " + flipped, e);
                    }
                }
            }
        }
    }

    private static List<Contents> last(List<Contents> legal) {
        return legal.subList(legal.size() - 1, legal.size());
    }

    private String flip(Map<String, String> sound, String name, int at, int bits, List<Contents> legal) {
        MemoryDisk disk = new MemoryDisk(sound);
        disk.flip(name, at, bits);
        Map<String, String> before = disk.contents();
        try (FileConnectionStore store =
                FileConnectionStore.open(disk, Folder.NEVER_COMPACTED, (bytes, ofBytes) -> {})) {
            String fate = fateOfReading(store, last(legal).get(0));
            if (!fate.equals("other")) {
                return store.cutTail().isEmpty() ? fate : fate + ", and a cut told";
            }
            assertThat(Contents.of(store)).isIn(legal);
            assertThat(store.cutTail().orElseThrow().file()).isEqualTo(name);
            return "a part of the last batch, told";
        } catch (RegistrySetupException refused) {
            assertThat(refused).hasMessageContaining(name).hasNoCause();
            assertThat(disk.operations()).isZero();
            assertThat(disk.contents()).isEqualTo(before);
            return "refused";
        }
    }

    /** Each row is as it should be, or cannot be read; else it is another store. */
    private static String fateOfReading(FileConnectionStore store, Contents expected) {
        try {
            return Contents.of(store).equals(expected) ? "the same" : "other";
        } catch (StorageException unreadable) {
            int refused = 0;
            for (StoredConnection row : expected.rows().values()) {
                try {
                    assertThat(store.find(row.head().id())).contains(row);
                } catch (StorageException e) {
                    assertThat(e)
                            .hasMessageContaining("'" + row.head().id() + "'")
                            .hasNoCause();
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(1);
            assertThat(store.slot()).isEqualTo(expected.slot());
            assertThat(store.count(EVERYWHERE, ConnectionFilter.ALL))
                    .isEqualTo(expected.rows().size());
            return "opened, a document refused";
        }
    }

    private void count(String fate) {
        fates.merge(fate, 1, Integer::sum);
    }

    private void told(String what) {
        int flips = fates.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("Flipped bits of " + what + ": " + flips + ", " + fates);
    }
}
