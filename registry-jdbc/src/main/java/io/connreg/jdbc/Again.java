package io.connreg.jdbc;

import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * Writes that are done a second time, since the connection was lost the first time. What is refused because it has
 * happened already is done. Each throws {@link LostConnectionException} where what it finds does not tell.
 */
final class Again {
    private Again() {}

    static WriteOutcome insert(Dialect dialect, Handle handle, ConnectionWrite write) {
        try {
            WriteOutcome outcome = dialect.insert(handle, write);
            // One that was sent under the old slot may still be on its way.
            return outcome == WriteOutcome.SLOT_CHANGED ? doneIfStored(handle, write) : outcome;
        } catch (IdInUseException e) {
            return doneIfStored(handle, write);
        }
    }

    private static WriteOutcome doneIfStored(Handle handle, ConnectionWrite write) {
        if (ConnectionReads.find(handle, write.head().id())
                .filter(write.row()::equals)
                .isPresent()) {
            return WriteOutcome.DONE;
        }
        throw new LostConnectionException();
    }

    static List<WriteOutcome> replaceAll(Dialect dialect, Handle handle, List<ConnectionWrite> writes) {
        // The first time may be about to commit. It has locked the rows, and is waited for.
        writes.forEach(
                write -> ConnectionReads.awaitWriters(handle, write.head().id()));
        List<WriteOutcome> outcomes = ConnectionWrites.replaceAll(dialect, handle, writes);
        return IntStream.range(0, writes.size())
                .mapToObj(i -> replaced(handle, writes.get(i), outcomes.get(i)))
                .toList();
    }

    private static WriteOutcome replaced(Handle handle, ConnectionWrite write, WriteOutcome outcome) {
        if (outcome == WriteOutcome.DONE) {
            return outcome;
        }
        Optional<StoredConnection> found =
                ConnectionReads.find(handle, write.head().id());
        if (found.filter(write.row()::equals).isPresent()) {
            return WriteOutcome.DONE;
        }
        long version = found.map(row -> row.head().rowVersion()).orElse(0L);
        return knownUpTo(write.head().rowVersion(), version, outcome);
    }

    /** Of one that is missing now, the first time may have been the reason: gone is gone. */
    static WriteOutcome delete(Handle handle, String id, long rowVersion) {
        WriteOutcome outcome = ConnectionWrites.delete(handle, id, rowVersion);
        return outcome == WriteOutcome.MISSING ? WriteOutcome.DONE : outcome;
    }

    static WriteOutcome replaceSlot(Handle handle, KeySlot next) {
        WriteOutcome outcome = SlotRow.replace(handle, next);
        Optional<KeySlot> found = SlotRow.find(handle);
        if (outcome == WriteOutcome.DONE || found.filter(next::equals).isPresent()) {
            return WriteOutcome.DONE;
        }
        return knownUpTo(next.version(), found.map(KeySlot::version).orElse(0L), outcome);
    }

    /** What was written may have been replaced since, where there is a newer version. */
    private static WriteOutcome knownUpTo(long written, long found, WriteOutcome outcome) {
        if (found > written) {
            throw new LostConnectionException();
        }
        return outcome;
    }
}
