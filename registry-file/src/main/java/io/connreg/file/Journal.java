package io.connreg.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The segments, of which the last is written to: how it grows, and gives way to the next. The writer's alone. After an
 * exception nothing is known, and it must not be used any more.
 */
final class Journal {
    private static final int ZEROS = 64 << 10;

    private final Disk disk;
    private final String store;
    private final Sizes sizes;
    private final DataFiles files;
    private DataFile segment;
    /** Where the next line goes. */
    private long end;

    private long allocated;
    private boolean ended;

    /** Goes on in a segment that is sound up to {@code end}, has nothing behind it, and is durable. */
    Journal(Disk disk, String store, Sizes sizes, DataFiles files, DataFile segment, long end, boolean ended) {
        this.disk = disk;
        this.store = store;
        this.sizes = sizes;
        this.files = files;
        this.segment = segment;
        this.end = end;
        this.allocated = end;
        this.ended = ended;
    }

    /** A new segment with nothing in it. It has its name only when it is whole and on disk. */
    static DataFile create(Disk disk, String store, long number) throws IOException {
        FileName name = new FileName(FileName.Kind.JOURNAL, number, false);
        String unfinished = FileName.unfinished(name.toString());
        try (DiskFile file = disk.create(unfinished)) {
            file.write(ByteBuffer.wrap(header(store, number)), 0);
            file.force(true);
        }
        disk.rename(unfinished, name.toString());
        disk.force();
        return new DataFile(name, disk.open(name.toString()));
    }

    static byte[] header(String store, long number) {
        return Lines.header(FileName.Kind.JOURNAL, number, store);
    }

    /** The segment that the last lines went into. */
    DataFile segment() {
        return segment;
    }

    /** How many bytes of it are lines. */
    long end() {
        return end;
    }

    boolean isFull(List<byte[]> lines) {
        return end + length(lines) > sizes.segment()
                && end > header(store, segment.name().number()).length;
    }

    /** Writes lines behind a mark, in one write, and makes them durable; where the first of them stands. */
    long append(List<byte[]> lines) throws IOException {
        byte[] mark = Lines.mark(end);
        ByteBuffer batch = ByteBuffer.allocate(Math.toIntExact(mark.length + length(lines)));
        batch.put(mark);
        lines.forEach(batch::put);
        long first = end + mark.length;
        write(batch.flip());
        ended = false;
        return first;
    }

    /** Ends the segment and begins the next. */
    DataFile next() throws IOException {
        writeEnd();
        DataFile finished = segment;
        long number = finished.name().number() + 1;
        segment = create(disk, store, number);
        files.add(segment);
        end = header(store, number).length;
        allocated = end;
        ended = false;
        return finished;
    }

    /** Ends the segment, unless nothing was written since it was ended last. */
    void close() throws IOException {
        if (!ended) {
            writeEnd();
        }
    }

    private void writeEnd() throws IOException {
        write(ByteBuffer.wrap(Lines.end(end)));
        segment.file().truncate(end);
        segment.file().force(true);
        allocated = end;
        ended = true;
    }

    private void write(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        reserve(end + length);
        segment.file().write(bytes, end);
        segment.file().force(false);
        end += length;
    }

    /** Makes the file long enough, so that to force what is written then need not touch its metadata. */
    private void reserve(long needed) throws IOException {
        if (needed <= allocated) {
            return;
        }
        long length = sizes.grown(allocated, needed);
        ByteBuffer zeros = ByteBuffer.allocate(ZEROS);
        for (long at = allocated; at < length; at += zeros.limit()) {
            zeros.clear().limit((int) Math.min(ZEROS, length - at));
            segment.file().write(zeros, at);
        }
        segment.file().force(true);
        allocated = length;
    }

    private static long length(List<byte[]> lines) {
        long length = 0;
        for (byte[] line : lines) {
            length += line.length;
        }
        return length;
    }
}
