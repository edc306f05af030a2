package io.connreg.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the files of a store as it is opened, one after the other. It writes nothing. */
final class Reading {
    private static final Logger LOG = System.getLogger(Reading.class.getName());
    private static final Pattern FORMAT = Pattern.compile("\\{\"format\":(\\d{1,9})[,}].*", Pattern.DOTALL);
    private static final int FORMAT_IS_WITHIN = 32;

    /**
     * How far a segment is sound.
     *
     * @param lastMark what stands before it was forced, and it is told by this mark; the end if there is none
     * @param end where its lines end
     * @param ended whether the last of them is an end mark
     * @param torn how many bytes of a torn batch stand behind them
     */
    record Sound(long lastMark, long end, boolean ended, long torn) {}

    private final Failures failures;
    private final Shared shared;
    private final LineParser parser;
    private final long bytes;
    private final LongConsumer progress;
    private Replay replay;
    private @Nullable String store;

    /** @param bytes how many there are to read, about */
    Reading(Failures failures, Shared shared, long bytes, LongConsumer progress) {
        this.failures = failures;
        this.shared = shared;
        this.bytes = bytes;
        this.parser = new LineParser(shared);
        this.progress = progress;
        this.replay = new Replay(shared, bytes);
    }

    /** What all lines so far add up to. */
    Replay replay() {
        return replay;
    }

    /** The store's id, after a first file was read. */
    String store() {
        if (store == null) {
            throw new IllegalStateException("nothing was read yet");
        }
        return store;
    }

    /** By its index if that is sound, otherwise line by line. */
    void snapshot(DataFile snapshot, @Nullable DiskFile index) throws IOException {
        LineScanner lines = new LineScanner(snapshot.file(), bytes -> {});
        header(lines, snapshot);
        if (index != null) {
            try {
                SnapshotIndex.read(index, snapshot, store(), replay, progress);
                return;
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the index of " + snapshot.name() + " is damaged; the snapshot itself is read");
                replay = new Replay(shared, bytes);
            }
        }
        while (snapshotGoesOn(lines, snapshot)) {
            progress.accept(lines.length());
        }
    }

    private boolean snapshotGoesOn(LineScanner lines, DataFile file) throws IOException {
        LineScanner.Found found = lines.next();
        long at = lines.at();
        if (found != LineScanner.Found.LINE || !lines.isWhole()) {
            throw failures.damaged(file.name(), at, "it is not a line as it was written");
        }
        boolean last = false;
        try {
            Line line = parser.parse(lines.bytes(), lines.from(), lines.to());
            if (line instanceof Line.Whole whole) {
                last = true;
                if (!whole.equals(new Line.Whole(at, replay.connections()))) {
                    throw new BadLineException("its connections are not all there");
                }
            } else {
                replay.applyOfSnapshot(line, place(line, file, lines));
            }
        } catch (BadLineException e) {
            throw failures.damaged(file.name(), at, e.reason());
        }
        if (last && at + lines.length() != file.file().size()) {
            throw failures.damaged(file.name(), at + lines.length(), "there is more than was written");
        }
        return !last;
    }

    /** @param last whether no segment follows, so that a crash may have torn its end */
    Sound segment(DataFile segment, boolean last) throws IOException {
        LineScanner lines = new LineScanner(segment.file(), progress);
        header(lines, segment);
        boolean ended = false;
        long lastMark = -1;
        while (true) {
            LineScanner.Found found = lines.next();
            long at = lines.at();
            if (found == LineScanner.Found.LINE && lines.isWhole()) {
                Line line = apply(lines, segment);
                ended = line instanceof Line.End;
                lastMark = ended || line instanceof Line.Mark ? at : lastMark;
            } else {
                long rest = Tail.length(segment.file(), at);
                boolean clean = found == LineScanner.Found.END && rest == 0;
                if (!clean && (!last || Tail.isVouchedFor(segment.file(), at))) {
                    throw failures.damaged(segment.name(), at, "it is not a line as it was written");
                }
                if (!last && !ended) {
                    throw failures.damaged(segment.name(), at, "it ends without its end mark");
                }
                return new Sound(lastMark < 0 ? at : lastMark, at, ended, rest);
            }
        }
    }

    private Line apply(LineScanner lines, DataFile segment) {
        try {
            Line line = parser.parse(lines.bytes(), lines.from(), lines.to());
            if (line instanceof Line.Mark mark) {
                stands(mark.at(), lines);
            } else if (line instanceof Line.End end) {
                stands(end.at(), lines);
            } else {
                replay.apply(line, place(line, segment, lines));
            }
            return line;
        } catch (BadLineException e) {
            throw failures.damaged(segment.name(), lines.at(), e.reason());
        }
    }

    private static void stands(long says, LineScanner lines) throws BadLineException {
        if (says != lines.at()) {
            throw new BadLineException("the mark was written elsewhere");
        }
    }

    private static Place place(Line line, DataFile file, LineScanner lines) {
        int documentAt = line instanceof Line.Put put ? put.documentAt() : 0;
        return new Place(file, lines.at(), lines.length(), documentAt);
    }

    private void header(LineScanner lines, DataFile file) throws IOException {
        refuseNewer(file);
        if (lines.next() != LineScanner.Found.LINE || !lines.isWhole()) {
            throw failures.damaged(file.name(), 0, "its header is not as it was written");
        }
        Line.Header header;
        try {
            Line line = parser.parse(lines.bytes(), lines.from(), lines.to());
            String expected = line instanceof Line.Header first && store == null ? first.store() : store;
            header = new Line.Header(
                    Lines.FORMAT, file.name().kind(), file.name().number(), String.valueOf(expected));
            if (!line.equals(header)) {
                throw new BadLineException("its header is that of another file or of another store");
            }
        } catch (BadLineException e) {
            throw failures.damaged(file.name(), 0, e.reason());
        }
        store = header.store();
    }

    /** Whatever else a later format changes, each file begins with its number. */
    private void refuseNewer(DataFile file) throws IOException {
        ByteBuffer begin = ByteBuffer.allocate(FORMAT_IS_WITHIN);
        file.file().read(begin, 0);
        Matcher format = FORMAT.matcher(US_ASCII.decode(begin.flip()));
        if (format.matches() && Integer.parseInt(format.group(1)) > Lines.FORMAT) {
            throw failures.newer(file.name(), Integer.parseInt(format.group(1)));
        }
    }
}
