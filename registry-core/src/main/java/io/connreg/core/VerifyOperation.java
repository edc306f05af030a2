package io.connreg.core;

import io.connreg.SecretUnreadableException.Reason;
import io.connreg.spi.StoredConnection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** Opens every secret there is, one connection after the other, and keeps none. */
final class VerifyOperation {
    private final Engine engine;
    private final KeyWork work;

    VerifyOperation(Engine engine, KeyWork work) {
        this.engine = engine;
        this.work = work;
    }

    void run() {
        List<StoredConnection> rows = engine.store().scan("", KeyWork.BATCH);
        while (!rows.isEmpty()) {
            rows.forEach(this::verify);
            work.pause();
            rows = engine.store().scan(rows.get(rows.size() - 1).head().id(), KeyWork.BATCH);
        }
    }

    /** What does not open may have been resealed, and its key destroyed, since it was read: it is read again to be sure. */
    private void verify(StoredConnection row) {
        SealedConnection connection = SealedConnection.of(row);
        SortedMap<String, Reason> unreadable =
                engine.sealer().unreadable(connection.document().secrets(), connection.binding());
        if (unreadable.isEmpty() && connection.whyUnreadable().isEmpty()) {
            countReadable(connection);
            return;
        }
        Optional<StoredConnection> now = engine.store().find(row.head().id());
        if (now.filter(row::equals).isPresent()) {
            work.unreadable(connection, unreadable);
        } else {
            work.changedMeanwhile();
            now.ifPresent(this::verify);
        }
    }

    private void countReadable(SealedConnection connection) {
        if (connection.document().secrets().isEmpty()) {
            work.already();
        } else {
            work.done();
        }
    }
}
