package io.connreg.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Lets one operation of a disk fail, or, as on a full one, all writes from there on. */
final class Fault implements HookedDisk.Hook {
    /** How it fails. */
    enum Kind {
        /** Nothing is done. */
        BEFORE,
        /** It is done, and yet said to have failed. */
        AFTER,
        /** Half of a write is done. */
        HALF,
        /** What was to be forced is taken for written by the system, and never will be. */
        FORGET,
        /** Nothing new fits on the disk, from here on. */
        FULL,
        /** What only looks fails. */
        LOOK
    }

    private final MemoryDisk disk;
    private final Kind kind;
    private final AtomicLong left;
    private volatile String struck = "";
    private volatile int struckAt;

    /** @param operation which one: 0 is the first of those that can fail so */
    Fault(MemoryDisk disk, Kind kind, long operation) {
        this.disk = disk;
        this.kind = kind;
        this.left = new AtomicLong(operation);
    }

    /** What failed; empty if nothing did. */
    String struck() {
        return struck;
    }

    /** How many operations were done before. */
    int struckAt() {
        return struckAt;
    }

    @Override
    public void before(String operation) throws IOException {
        boolean fits = switch (kind) {
            case BEFORE -> true;
            case HALF -> operation.startsWith("write ");
            case FULL -> operation.startsWith("write ") || operation.startsWith("create ");
            case FORGET -> operation.startsWith("force ");
            default -> false;
        };
        if (fits && strikes(operation)) {
            if (kind == Kind.FORGET) {
                disk.forget(operation.substring("force ".length()));
            }
            throw kind == Kind.HALF || (kind == Kind.FULL && operation.startsWith("write "))
                    ? new HookedDisk.Half()
                    : new IOException("a fault");
        }
    }

    @Override
    public void after(String operation) throws IOException {
        if (kind == Kind.AFTER && strikes(operation)) {
            throw new IOException("a fault");
        }
    }

    @Override
    public void beforeLook(String operation) throws IOException {
        if (kind == Kind.LOOK && strikes(operation)) {
            throw new FileNotFoundException("a fault");
        }
    }

    private boolean strikes(String operation) {
        long number = left.getAndDecrement();
        boolean now = number == 0 || (number < 0 && kind == Kind.FULL);
        if (now && struck.isEmpty()) {
            struckAt = disk.operations();
            struck = kind + " " + operation;
        }
        return now;
    }
}
