package io.connreg.core.broken;

import io.connreg.core.MemoryStoreProvider;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** Stores that go wrong over closing, crashing, reopening and other openers. */
final class BrokenKeeping {
    private BrokenKeeping() {}

    /** Acknowledges what is in memory, and brings it to the disk when it is closed. */
    static class MemoryAheadOfDisk extends WrappedStore {
        private final ConnectionStore disk;
        private final List<Runnable> notYetWritten = new CopyOnWriteArrayList<>();

        private MemoryAheadOfDisk(ConnectionStore disk) {
            super(new MemoryStoreProvider().open("memory:"));
            this.disk = disk;
        }

        static ConnectionStore open(ConnectionStore disk) {
            boolean fresh = disk.scan("", 1).isEmpty() && disk.slot().isEmpty();
            return fresh ? new MemoryAheadOfDisk(disk) : new WrappedStore(disk);
        }

        @Override
        public WriteOutcome insert(ConnectionWrite write) {
            return noted(super.insert(write), () -> disk.insert(write));
        }

        @Override
        public WriteOutcome replace(ConnectionWrite write) {
            return noted(super.replace(write), () -> disk.replace(write));
        }

        @Override
        public WriteOutcome delete(String id, long rowVersion) {
            return noted(super.delete(id, rowVersion), () -> disk.delete(id, rowVersion));
        }

        @Override
        public WriteOutcome replaceSlot(KeySlot next) {
            return noted(super.replaceSlot(next), () -> disk.replaceSlot(next));
        }

        @Override
        public void close() {
            super.close();
            notYetWritten.forEach(Runnable::run);
            notYetWritten.clear();
        }

        private WriteOutcome noted(WriteOutcome outcome, Runnable later) {
            if (outcome == WriteOutcome.DONE) {
                notYetWritten.add(later);
            }
            return outcome;
        }
    }

    /** Has the slot in memory only. */
    static class ForgetsTheSlot extends WrappedStore {
        private final ConnectionStore memory = new MemoryStoreProvider().open("memory:");

        ForgetsTheSlot(ConnectionStore data) {
            super(data);
        }

        @Override
        public Optional<KeySlot> slot() {
            open();
            return memory.slot();
        }

        @Override
        public WriteOutcome replaceSlot(KeySlot next) {
            open();
            return memory.replaceSlot(next);
        }
    }

    /** Keeps what it read until it writes itself. */
    static class CachesReads extends WrappedStore {
        private final Map<String, Optional<StoredConnection>> read = new ConcurrentHashMap<>();

        CachesReads(ConnectionStore data) {
            super(data);
        }

        @Override
        public Optional<StoredConnection> find(String id) {
            open();
            return read.computeIfAbsent(id, super::find);
        }

        @Override
        public WriteOutcome insert(ConnectionWrite write) {
            return evicted(write.head().id(), super.insert(write));
        }

        @Override
        public WriteOutcome replace(ConnectionWrite write) {
            return evicted(write.head().id(), super.replace(write));
        }

        @Override
        public WriteOutcome delete(String id, long rowVersion) {
            return evicted(id, super.delete(id, rowVersion));
        }

        private WriteOutcome evicted(String id, WriteOutcome outcome) {
            read.remove(id);
            return outcome;
        }
    }

    /** Judges names by what it has itself inserted. */
    static class JudgesByItsOwn extends WrappedStore {
        private final Set<String> ids = ConcurrentHashMap.newKeySet();

        JudgesByItsOwn(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome insert(ConnectionWrite write) {
            ids.add(write.head().id());
            boolean foreign = findByName(
                            write.head().workspaceId(), write.head().name())
                    .filter(row -> !ids.contains(row.head().id()))
                    .isPresent();
            return super.insert(foreign ? withName(write, write.head().name() + " (2)") : write);
        }
    }

    /** Says that what it gives may be kept, though others write too. */
    static class ClaimsToBeAlone extends WrappedStore {
        ClaimsToBeAlone(ConnectionStore data) {
            super(data);
        }

        @Override
        public boolean ownedAlone() {
            return open().ownedAlone();
        }
    }

    /** Closes what other openers still use. */
    static class ClosesForAll extends WrappedStore {
        ClosesForAll(ConnectionStore data) {
            super(data);
        }

        @Override
        public void close() {
            super.close();
            data.close();
        }
    }

    /** Goes on when it is closed. */
    static class NeverCloses extends WrappedStore {
        NeverCloses(ConnectionStore data) {
            super(data);
        }

        @Override
        public void close() {}
    }

    /** Cannot be closed twice. */
    static class ClosesOnce extends WrappedStore {
        ClosesOnce(ConnectionStore data) {
            super(data);
        }

        @Override
        public void close() {
            open();
            super.close();
        }
    }

    /** Falls over its own feet when a call meets the close. */
    static class BreaksWhenClosed extends WrappedStore {
        BreaksWhenClosed(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome insert(ConnectionWrite write) {
            try {
                return super.insert(write);
            } catch (IllegalStateException closed) {
                throw new NullPointerException("the connection is gone");
            }
        }
    }

    /** Begins a thread that outlives it. */
    static class LeavesAThread extends WrappedStore {
        private static final long TWENTY_SECONDS = 20_000_000_000L;

        LeavesAThread(ConnectionStore data) {
            super(data);
            Thread thread = new Thread(() -> LockSupport.parkNanos(TWENTY_SECONDS), "left behind");
            thread.setDaemon(true);
            thread.start();
        }
    }
}
