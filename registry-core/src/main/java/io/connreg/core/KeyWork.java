package io.connreg.core;

import io.connreg.KeysProgress;
import io.connreg.KeysReport;
import io.connreg.SecretUnreadableException;
import io.connreg.UnreadableConnection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;

/** One run over many connections: what it has counted, whom it tells, whether it goes on. */
final class KeyWork {
    /** A store has this many rows in memory at a time, of up to a mebibyte each, and what takes their place. */
    static final int BATCH = 32;

    private final String name;
    private final KeysProgress progress;
    private final Map<String, UnreadableConnection> listed = new LinkedHashMap<>();
    private long done;
    private long already;
    private long changedMeanwhile;
    private long unreadable;

    KeyWork(String name, KeysProgress progress) {
        this.name = name;
        this.progress = progress;
    }

    /** Does it, and tells operators of its beginning and its end. */
    KeysReport run(Runnable work) {
        KeyEvents.tell(name + " begun");
        boolean ended = false;
        try {
            work.run();
            ended = true;
            return report();
        } finally {
            KeyEvents.tell(name + (ended ? " finished: " : " stopped: ") + report());
        }
    }

    /** To be called between two batches. What the listener throws, and an interrupt, end the work here. */
    void pause() {
        progress.at(report());
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException(
                    "the thread of the " + name + " was interrupted; what was done stays done: run it again");
        }
    }

    void done() {
        done++;
    }

    void already() {
        already++;
    }

    void changedMeanwhile() {
        changedMeanwhile++;
    }

    /** Counted once, though a connection that needs several keys is met under each. */
    void unreadable(SealedConnection connection, SortedMap<String, SecretUnreadableException.Reason> secrets) {
        String id = connection.head().id();
        if (!listed.containsKey(id)) {
            unreadable++;
            if (listed.size() < KeysReport.MOST_LISTED) {
                listed.put(
                        id,
                        new UnreadableConnection(
                                id, connection.head().workspaceId(), secrets, connection.whyUnreadable()));
            }
        }
    }

    /** Before all that is left is looked at again. */
    void forgetUnreadable() {
        unreadable = 0;
        listed.clear();
    }

    private KeysReport report() {
        return new KeysReport(done, already, changedMeanwhile, unreadable, List.copyOf(listed.values()));
    }
}
