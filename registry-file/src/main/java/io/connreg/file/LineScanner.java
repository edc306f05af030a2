package io.connreg.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Walks through a file, line by line. */
final class LineScanner {
    /** What comes next. */
    enum Found {
        LINE,
        /** The file ends here, or zeros begin, where a line would. */
        END,
        /** A line without an end. */
        BROKEN
    }

    private static final int USUAL = 256 << 10;

    private final DiskFile file;
    private final LongConsumer progress;
    private final boolean zerosEnd;
    private byte[] bytes = new byte[USUAL];
    /** Where in the file the first byte of the buffer is. */
    private long base;

    private int filled;
    private int from;
    private int next;

    /** @param progress is told how many bytes more were read */
    LineScanner(DiskFile file, LongConsumer progress) {
        this(file, progress, true);
    }

    private LineScanner(DiskFile file, LongConsumer progress, boolean zerosEnd) {
        this.file = file;
        this.progress = progress;
        this.zerosEnd = zerosEnd;
    }

    /** For a file with holes: zeros are taken for a part of a line. */
    static LineScanner throughHoles(DiskFile file) {
        return new LineScanner(file, bytes -> {}, false);
    }

    /** Goes to the next line. */
    Found next() throws IOException {
        from = next;
        int seen = from;
        while (true) {
            if (zerosEnd && from < filled && bytes[from] == 0) {
                return Found.END;
            }
            for (; seen < filled; seen++) {
                if (bytes[seen] == '\n') {
                    next = seen + 1;
                    return Found.LINE;
                }
            }
            seen -= from;
            if (!fill()) {
                next = filled;
                return from == filled ? Found.END : Found.BROKEN;
            }
            seen += from;
        }
    }

    /** Where the line begins in the file. */
    long at() {
        return base + from;
    }

    /** How long it is, with its end. */
    int length() {
        return next - from;
    }

    /** Holds the line until the next is asked for. */
    byte[] bytes() {
        return bytes;
    }

    /** Where in {@link #bytes} it begins. */
    int from() {
        return from;
    }

    /** Where its end is. */
    int to() {
        return next - 1;
    }

    boolean isWhole() {
        return Frame.isWhole(bytes, from(), to());
    }

    /** False if there is no more, or no room. */
    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(bytes, from, bytes, 0, filled - from);
            base += from;
            filled -= from;
            from = 0;
        } else if (filled == bytes.length) {
            if (filled >= Lines.LONGEST) {
                return false;
            }
            bytes = Arrays.copyOf(bytes, 2 * filled);
        }
        int read = file.read(ByteBuffer.wrap(bytes, filled, bytes.length - filled), base + filled);
        filled += read;
        progress.accept(read);
        return read > 0;
    }
}
