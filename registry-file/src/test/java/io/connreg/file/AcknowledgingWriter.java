package io.connreg.file;

import io.connreg.spi.ConnectionHead;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import io.connreg.testkit.SampleRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes with several threads until it is killed, each its own rows. Prints before a write what it is about to do, and after
 * it what was acknowledged: {@code "will 3-7 5"} and {@code "did 3-7 5"}, an id and a row version, which is 0 for a delete.
 */
final class AcknowledgingWriter {
    static final int THREADS = 4;
    /** A snapshot every few hundred writes. */
    static final Sizes SIZES = new Sizes(64 << 10, 4 << 10, 16 << 10, 96 << 10);

    private static final int ROWS = 24;

    private final FileConnectionStore store;
    private final int thread;
    private final Random random = new Random();
    private final List<SampleRow> rows = new ArrayList<>();
    private int made;

    private AcknowledgingWriter(FileConnectionStore store, int thread, int round) {
        this.store = store;
        this.thread = thread;
        this.made = round * 1_000_000;
    }

    /** Of a directory and a round's number. */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int round = Integer.parseInt(arguments[1]);
        try (FileConnectionStore store =
                FileConnectionStore.open(new OsDisk(directory), SIZES, (bytes, ofBytes) -> {})) {
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            List<Future<?>> running = new ArrayList<>();
            for (int n = 0; n < THREADS; n++) {
                AcknowledgingWriter writer = new AcknowledgingWriter(store, n, round);
                running.add(threads.submit(writer::write));
            }
            for (Future<?> each : running) {
                each.get();
            }
        }
    }

    /** Of a row version, which shows in the document, so that a document of another version would be told. */
    static SampleRow row(String id) {
        return SampleRow.of(id);
    }

    /** What a row of this version must be, whole. */
    static StoredConnection expected(ConnectionHead head) {
        SampleRow row = row(head.id());
        while (row.head().rowVersion() < head.rowVersion()) {
            row = grown(row);
        }
        return row.stored();
    }

    private static SampleRow grown(SampleRow row) {
        SampleRow next = row.next();
        long version = next.head().rowVersion();
        return next.document(
                "{\"rowVersion\":" + version + ",\"of\":\"" + "x".repeat((int) (version * 97 % 1_500)) + "\"}");
    }

    private void write() {
        while (true) {
            int chance = random.nextInt(10);
            if (rows.size() < ROWS || chance == 0) {
                insert();
            } else if (chance == 1) {
                replaceAll();
            } else if (chance == 2) {
                delete();
            } else {
                replace();
            }
        }
    }

    private void insert() {
        SampleRow row = row(thread + "-" + made++);
        tell("will", row.id(), 1);
        requireDone(store.insert(row.write()));
        tell("did", row.id(), 1);
        rows.add(row);
    }

    private void replace() {
        int at = random.nextInt(rows.size());
        SampleRow row = grown(rows.get(at));
        tell("will", row.id(), row.head().rowVersion());
        requireDone(store.replace(row.write()));
        tell("did", row.id(), row.head().rowVersion());
        rows.set(at, row);
    }

    private void replaceAll() {
        rows.replaceAll(AcknowledgingWriter::grown);
        rows.forEach(row -> tell("will", row.id(), row.head().rowVersion()));
        store.replaceAll(rows.stream().map(SampleRow::write).toList()).forEach(AcknowledgingWriter::requireDone);
        rows.forEach(row -> tell("did", row.id(), row.head().rowVersion()));
    }

    private void delete() {
        SampleRow row = rows.remove(random.nextInt(rows.size()));
        tell("will", row.id(), 0);
        requireDone(store.delete(row.id(), row.head().rowVersion()));
        tell("did", row.id(), 0);
    }

    private static void requireDone(WriteOutcome outcome) {
        if (outcome != WriteOutcome.DONE) {
            throw new IllegalStateException("not done: " + outcome);
        }
    }

    /** In one piece, and at once. */
    static void tell(String what, String id, long rowVersion) {
        System.out.print(what + " " + id + " " + rowVersion + " .\n");
    }
}
