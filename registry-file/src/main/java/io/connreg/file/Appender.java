package io.connreg.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** Writes a file from its beginning to its end, in large pieces, and sums it up. */
final class Appender {
    private static final int PIECE = 256 << 10;

    private final DiskFile file;
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private final CRC32C crc = new CRC32C();
    private long written;

    Appender(DiskFile file) {
        this.file = file;
    }

    /** Where the next byte goes. */
    long at() {
        return written + piece.position();
    }

    /** Of all bytes so far. */
    long checksum() {
        return crc.getValue();
    }

    void add(byte[] bytes) throws IOException {
        add(bytes, 0, bytes.length);
    }

    void add(byte[] bytes, int from, int length) throws IOException {
        crc.update(bytes, from, length);
        for (int done = 0; done < length; ) {
            int part = Math.min(piece.remaining(), length - done);
            piece.put(bytes, from + done, part);
            done += part;
            if (!piece.hasRemaining()) {
                flush();
            }
        }
    }

    /** Makes all of it durable. */
    void force() throws IOException {
        flush();
        file.force(true);
    }

    private void flush() throws IOException {
        int length = piece.flip().remaining();
        file.write(piece, written);
        written += length;
        piece.clear();
    }
}
