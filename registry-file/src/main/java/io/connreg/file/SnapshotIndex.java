package io.connreg.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.function.LongConsumer;
import java.util.zip.CRC32C;

/**
 * Heads, terms and places of a snapshot's lines, so that opening need not read the documents. It says which snapshot it
 * is of, and is believed only if it is whole and that snapshot's.
 */
final class SnapshotIndex {
    private static final byte[] LAST = "{\"lines\":".getBytes(US_ASCII);
    private static final int LONGEST_END = 256;

    private SnapshotIndex() {}

    /** Makes one while the snapshot is made. */
    static final class Writer {
        private final Appender index;
        private long lines;

        Writer(Appender index, String store, long number) throws IOException {
            this.index = index;
            index.add(Lines.header(FileName.Kind.INDEX, number, store));
        }

        void add(byte[] line, long at, int documentAt) throws IOException {
            lines++;
            int end = documentAt == 0 ? line.length - 1 - Frame.TAIL : documentAt;
            while (documentAt != 0 && line[end] != ',') {
                end--;
            }
            String place = "{\"at\":" + at + ",\"length\":" + line.length + ",\"documentAt\":" + documentAt + ",";
            index.add(place.getBytes(US_ASCII));
            index.add(line, 1, end - 1);
            index.add(new byte[] {'}', '\n'});
        }

        void finish(long snapshotBytes) throws IOException {
            index.add(Lines.indexed(lines, snapshotBytes, index.checksum()));
            index.force();
        }
    }

    /**
     * Reads it.
     *
     * @throws IOException if it is not whole, or not this snapshot's
     */
    static void read(DiskFile index, DataFile snapshot, String store, Replay replay, LongConsumer progress)
            throws IOException {
        LineParser parser = new LineParser(replay.shared());
        LineScanner lines = new LineScanner(index, progress);
        CRC32C crc = new CRC32C();
        expect(lines.next() == LineScanner.Found.LINE && lines.isWhole());
        Line.Header header = new Line.Header(
                Lines.FORMAT, FileName.Kind.INDEX, snapshot.name().number(), store);
        expect(parser.parse(lines.bytes(), lines.from(), lines.to()).equals(header));
        for (long count = 0; ; count++) {
            crc.update(lines.bytes(), lines.from(), lines.length());
            expect(lines.next() == LineScanner.Found.LINE);
            if (isLast(lines)) {
                expect(lines.isWhole());
                long bytes = snapshot.file().size();
                byte[] last = Lines.indexed(count, bytes, crc.getValue());
                expect(new String(lines.bytes(), lines.from(), lines.length(), US_ASCII)
                        .equals(new String(last, US_ASCII)));
                expect(isEnd(snapshot, bytes, replay.connections(), parser));
                return;
            }
            LineParser.Indexed line = parser.indexed(lines.bytes(), lines.from(), lines.to());
            replay.applyOfSnapshot(line.line(), new Place(snapshot, line.at(), line.length(), line.documentAt()));
        }
    }

    private static boolean isLast(LineScanner lines) {
        for (int i = 0; i < LAST.length; i++) {
            if (lines.length() <= LAST.length || lines.bytes()[lines.from() + i] != LAST[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether the snapshot's own last line says that it has so many connections. */
    private static boolean isEnd(DataFile snapshot, long size, long connections, LineParser parser) throws IOException {
        int length = (int) Math.min(size, LONGEST_END);
        byte[] end = snapshot.read(size - length, length);
        for (int from = length - 2; from > 0; from--) {
            if (end[from - 1] == '\n') {
                return Frame.isWhole(end, from, length - 1)
                        && parser.parse(end, from, length - 1)
                                .equals(new Line.Whole(size - length + from, connections));
            }
        }
        return false;
    }

    private static void expect(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("not the index of this snapshot");
        }
    }
}
