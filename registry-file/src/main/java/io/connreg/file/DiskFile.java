package io.connreg.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/** An open file of a {@link Disk}. Many threads may read it; one at a time does all else. */
interface DiskFile extends Closeable {
    /** Reads from here on until the buffer is full or the file ends; how many bytes, 0 at the end. */
    int read(ByteBuffer into, long at) throws IOException;

    /** Writes all of the buffer; behind the end it makes the file longer. Lasts after {@link #force}. */
    void write(ByteBuffer from, long at) throws IOException;

    long size() throws IOException;

    /** Cuts the file off. Lasts only after {@link #force} with metadata. */
    void truncate(long size) throws IOException;

    /** Makes what was written durable; with metadata, the file's length too. */
    void force(boolean metadata) throws IOException;
}
