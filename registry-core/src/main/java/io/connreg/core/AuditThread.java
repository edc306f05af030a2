package io.connreg.core;

import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.OperationEvent;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** The daemon thread that tells events from a queue, from its making until it was closed. */
final class AuditThread {
    private final AuditQueue queue;
    private final Consumer<OperationEvent> telling;
    private final Duration patience;
    private final Thread thread;
    private final LongAdder dropped = new LongAdder();
    private final Seldom warnings;

    /** @param patience how long closing waits for what is in the queue */
    AuditThread(AuditQueue queue, Consumer<OperationEvent> telling, Duration patience, Ticker ticker) {
        this.queue = queue;
        this.telling = telling;
        this.patience = patience;
        this.warnings = new Seldom(ticker);
        this.thread = new Thread(this::run, "connreg-audit");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        for (OperationEvent event = queue.take(); event != null; event = queue.take()) {
            telling.accept(event);
            Thread.interrupted(); // one that the listener left behind is not the next event's
        }
    }

    void tell(OperationEvent event) {
        if (!queue.offer(event)) {
            drop(1);
        }
    }

    private void drop(int count) {
        dropped.add(count);
        if (warnings.isTime()) {
            Audit.LOG.log(
                    Level.WARNING,
                    "audit events were dropped, as the queue was full or closed: " + dropped.sum() + " so far");
        }
    }

    long dropped() {
        return dropped.sum();
    }

    /** Waits for what is in the queue, no longer than it may; by the listener itself, not at all. */
    void close() {
        queue.shut();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            TimeUnit.MILLISECONDS.timedJoin(thread, patience.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        int left = queue.abandon();
        if (left > 0) {
            drop(left);
        }
        thread.interrupt();
    }
}
