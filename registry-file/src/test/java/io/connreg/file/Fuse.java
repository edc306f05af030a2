package io.connreg.file;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Lets a process do so many operations, and then none: it was killed. */
final class Fuse implements HookedDisk.Hook {
    private final AtomicLong left;

    Fuse(long operations) {
        left = new AtomicLong(operations);
    }

    static Fuse never() {
        return new Fuse(Long.MAX_VALUE);
    }

    void blow() {
        left.set(0);
    }

    boolean isBlown() {
        return left.get() <= 0;
    }

    @Override
    public void before(String operation) throws IOException {
        if (left.getAndDecrement() <= 0) {
            left.set(0);
            throw new IOException("killed");
        }
    }
}
