package io.connreg.core.broken;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Stores that look first and write then, and do not hear what the write came to. One thread alone sees no fault. */
final class BrokenRaces {
    private BrokenRaces() {}

    /** Takes the answer for DONE if it is the one that the look before it has ruled out. */
    private static WriteOutcome believing(WriteOutcome ruledOut, WriteOutcome outcome) {
        return outcome == ruledOut ? WriteOutcome.DONE : outcome;
    }

    /** Between a look and a write lies a round trip to the database. */
    private static void roundTrip() {
        LockSupport.parkNanos(1_000);
    }

    private static boolean isAt(Optional<StoredConnection> row, long rowVersion) {
        return row.filter(found -> found.head().rowVersion() == rowVersion).isPresent();
    }

    /** Looks whether the name is free, then inserts. */
    static class CheckThenInsert extends WrappedStore {
        CheckThenInsert(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome insert(ConnectionWrite write) {
            boolean free =
                    findByName(write.head().workspaceId(), write.head().name()).isEmpty();
            roundTrip();
            WriteOutcome outcome = super.insert(write);
            return free ? believing(WriteOutcome.NAME_TAKEN, outcome) : outcome;
        }
    }

    /** Looks whether the name is free, then renames. */
    static class CheckThenRename extends WrappedStore {
        CheckThenRename(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome replace(ConnectionWrite write) {
            boolean free =
                    findByName(write.head().workspaceId(), write.head().name()).isEmpty();
            roundTrip();
            WriteOutcome outcome = super.replace(write);
            return free ? believing(WriteOutcome.NAME_TAKEN, outcome) : outcome;
        }
    }

    /** Looks at the row version, then replaces: the lost update. */
    static class LostUpdate extends WrappedStore {
        LostUpdate(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome replace(ConnectionWrite write) {
            boolean current = isAt(find(write.head().id()), write.head().rowVersion() - 1);
            roundTrip();
            WriteOutcome outcome = super.replace(write);
            return current ? believing(WriteOutcome.REVISION_MISMATCH, outcome) : outcome;
        }
    }

    /** Looks at the row version, then deletes whatever has come there since. */
    static class CheckThenDelete extends WrappedStore {
        CheckThenDelete(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome delete(String id, long rowVersion) {
            boolean current = isAt(find(id), rowVersion);
            roundTrip();
            WriteOutcome outcome = super.delete(id, rowVersion);
            return current ? WriteOutcome.DONE : outcome;
        }
    }

    /** Looks at the slot's version, then stores the next. */
    static class CheckThenStoreSlot extends WrappedStore {
        CheckThenStoreSlot(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome replaceSlot(KeySlot next) {
            boolean current = slot().map(KeySlot::version).orElse(0L) == next.version() - 1;
            roundTrip();
            WriteOutcome outcome = super.replaceSlot(next);
            return current ? believing(WriteOutcome.SLOT_CHANGED, outcome) : outcome;
        }
    }

    /** Reads the head and the document of a row one after the other, as of two tables. */
    static class TornRead extends WrappedStore {
        TornRead(ConnectionStore data) {
            super(data);
        }

        @Override
        public Optional<StoredConnection> find(String id) {
            return super.find(id)
                    .flatMap(first ->
                            super.find(id).map(second -> new StoredConnection(first.head(), second.document())));
        }
    }
}
