package io.connreg.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A segment or a snapshot that lines are read from. It is closed when it is given up and its last reader has left.
 */
final class DataFile {
    /** Does what is left to be done when nobody uses a file any more. */
    interface Farewell {
        void to(DataFile file);
    }

    private final FileName name;
    private final DiskFile file;
    /** Its owner, and each reader. */
    private final AtomicInteger users = new AtomicInteger(1);

    private volatile Farewell farewell = unused -> {};

    DataFile(FileName name, DiskFile file) {
        this.name = name;
        this.file = file;
    }

    FileName name() {
        return name;
    }

    /** For whoever writes to it. */
    DiskFile file() {
        return file;
    }

    /** Whether it may be read, until {@link #leave}. */
    boolean enter() {
        for (int now = users.get(); now > 0; now = users.get()) {
            if (users.compareAndSet(now, now + 1)) {
                return true;
            }
        }
        return false;
    }

    void leave() {
        if (users.decrementAndGet() == 0) {
            farewell.to(this);
        }
    }

    /** Its owner gives it up: nobody enters any more once its last reader has left. */
    void giveUp(Farewell last) {
        farewell = last;
        leave();
    }

    /** The bytes at a place, which must be there. */
    byte[] read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        if (file.read(bytes, at) < length) {
            throw new IOException("the file is shorter than it was");
        }
        return bytes.array();
    }
}
