package io.connreg.core;

import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.OperationEvent;
import io.connreg.spi.AuditListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Tells the host's listener, on the thread of the operation or, if there is a queue, on one of its own. What the listener
 * does spoils no operation: what it throws stays here, an interrupt that it takes is put back, and what it asks of the
 * registry itself is not told to it. Thread-safe.
 */
final class Audit {
    /** How long closing waits for what is in the queue. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    static final Logger LOG = System.getLogger(AuditListener.class.getName());

    private final AuditListener listener;
    private final @Nullable AuditThread thread;
    private final ThreadLocal<Boolean> telling = ThreadLocal.withInitial(() -> false);
    private final LongAdder failed = new LongAdder();
    private final Seldom warnings;

    private Audit(AuditListener listener, int capacity, Duration patience, Ticker ticker) {
        this.listener = listener;
        this.warnings = new Seldom(ticker);
        this.thread = capacity == 0 ? null : new AuditThread(new AuditQueue(capacity), this::tellNow, patience, ticker);
    }

    /** On the thread of the operation. */
    static Audit direct(AuditListener listener, Ticker ticker) {
        return new Audit(listener, 0, PATIENCE, ticker);
    }

    /** On a thread of its own. */
    static Audit queued(AuditListener listener, int capacity, Duration patience, Ticker ticker) {
        return new Audit(listener, capacity, patience, ticker);
    }

    void tell(OperationEvent event) {
        if (telling.get()) {
            return;
        }
        if (thread == null) {
            tellNow(event);
        } else {
            thread.tell(event);
        }
    }

    private void tellNow(OperationEvent event) {
        boolean interrupted = Thread.currentThread().isInterrupted();
        telling.set(true);
        try {
            listener.ended(event);
        } catch (Throwable thrown) { // an error, too: the operation is done
            failed.increment();
            warnOf(thrown);
        } finally {
            telling.remove();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Its message may hold anything. */
    private void warnOf(Throwable thrown) {
        if (warnings.isTime()) {
            LOG.log(
                    Level.WARNING,
                    "the audit listener " + listener.getClass().getName() + " failed with "
                            + thrown.getClass().getName() + "; so far it has failed " + failed.sum() + " times");
        }
    }

    long failed() {
        return failed.sum();
    }

    long dropped() {
        return thread == null ? 0 : thread.dropped();
    }

    void close() {
        if (thread != null) {
            thread.close();
        }
    }
}
