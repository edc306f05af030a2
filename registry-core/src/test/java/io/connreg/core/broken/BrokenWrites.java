package io.connreg.core.broken;

import io.connreg.StorageException;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Stores that judge writes wrongly. */
final class BrokenWrites {
    private BrokenWrites() {}

    /** Replaces the row whose id is in use. */
    static class Upsert extends WrappedStore {
        Upsert(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome insert(ConnectionWrite write) {
            try {
                return super.insert(write);
            } catch (StorageException inUse) {
                find(write.head().id())
                        .ifPresent(
                                old -> data.delete(old.head().id(), old.head().rowVersion()));
                return super.insert(write);
            }
        }
    }

    /** Does no more of a batch once one is refused. */
    static class BatchStopsAtTheFirst extends WrappedStore {
        BatchStopsAtTheFirst(ConnectionStore data) {
            super(data);
        }

        @Override
        public List<WriteOutcome> replaceAll(List<ConnectionWrite> writes) {
            List<WriteOutcome> outcomes = new ArrayList<>();
            WriteOutcome outcome = WriteOutcome.DONE;
            for (ConnectionWrite write : writes) {
                outcome = outcome == WriteOutcome.DONE ? replace(write) : outcome;
                outcomes.add(outcome);
            }
            return outcomes;
        }
    }

    /** Does a batch from its last write to its first, as a set of rows. */
    static class BatchWithoutOrder extends WrappedStore {
        BatchWithoutOrder(ConnectionStore data) {
            super(data);
        }

        @Override
        public List<WriteOutcome> replaceAll(List<ConnectionWrite> writes) {
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (int i = writes.size() - 1; i >= 0; i--) {
                outcomes.add(0, replace(writes.get(i)));
            }
            return outcomes;
        }
    }

    /** Finds rows for good by what they were inserted with. */
    static class TermsOfTheInsert extends WrappedStore {
        private static final Map<String, IndexTerms> TERMS = new ConcurrentHashMap<>();

        TermsOfTheInsert(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome insert(ConnectionWrite write) {
            TERMS.put(write.head().id(), write.terms());
            return super.insert(write);
        }

        @Override
        public WriteOutcome replace(ConnectionWrite write) {
            IndexTerms terms = TERMS.getOrDefault(write.head().id(), write.terms());
            return super.replace(new ConnectionWrite(write.row(), terms, write.guard()));
        }
    }

    /** Replaces whatever is there: the last writer wins. */
    static class LastWriterWins extends WrappedStore {
        LastWriterWins(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome replace(ConnectionWrite write) {
            long now =
                    find(write.head().id()).map(row -> row.head().rowVersion()).orElse(1L);
            return super.replace(withRowVersion(write, now + 1));
        }
    }

    /** Compares the revision that callers see. */
    static class ComparesTheRevision extends WrappedStore {
        ComparesTheRevision(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome replace(ConnectionWrite write) {
            return find(write.head().id())
                    .map(StoredConnection::head)
                    .filter(old -> old.revision() == write.head().revision() - 1)
                    .map(old -> super.replace(withRowVersion(write, old.rowVersion() + 1)))
                    .orElseGet(() -> super.replace(write));
        }
    }

    /** Has each name once, wherever it is. */
    static class NamesAcrossWorkspaces extends WrappedStore {
        NamesAcrossWorkspaces(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome insert(ConnectionWrite write) {
            boolean taken = scan("", MANY).stream()
                    .map(StoredConnection::head)
                    .map(ConnectionHead::name)
                    .anyMatch(write.head().name()::equals);
            return taken ? WriteOutcome.NAME_TAKEN : super.insert(write);
        }
    }

    /** Lets a rename onto a taken name through, under a name made unique. */
    static class RenamesUnjudged extends WrappedStore {
        RenamesUnjudged(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome replace(ConnectionWrite write) {
            WriteOutcome outcome = super.replace(write);
            return outcome == WriteOutcome.NAME_TAKEN
                    ? super.replace(withName(write, write.head().name() + " (2)"))
                    : outcome;
        }
    }

    /** Stores whatever slot comes. */
    static class SlotWithoutCompare extends WrappedStore {
        SlotWithoutCompare(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome replaceSlot(KeySlot next) {
            long now = slot().map(KeySlot::version).orElse(0L);
            return super.replaceSlot(new KeySlot(now + 1, next.content()));
        }
    }

    /** Does not look at the slot when it writes. */
    static class SlotIgnored extends WrappedStore {
        SlotIgnored(ConnectionStore data) {
            super(data);
        }

        @Override
        public WriteOutcome insert(ConnectionWrite write) {
            return super.insert(withoutGuard(write));
        }

        @Override
        public WriteOutcome replace(ConnectionWrite write) {
            return super.replace(withoutGuard(write));
        }
    }
}
