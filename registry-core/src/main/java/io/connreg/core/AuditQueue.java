package io.connreg.core;

import io.connreg.OperationEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Events that wait to be told. Whoever adds one never waits: one too many is not taken. Thread-safe. */
final class AuditQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<OperationEvent> waiting = new ArrayDeque<>();
    private final int capacity;
    private boolean shut;

    AuditQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Whether it was taken: not if the queue is full or shut. */
    boolean offer(OperationEvent event) {
        lock.lock();
        try {
            if (shut || waiting.size() >= capacity) {
                return false;
            }
            waiting.add(event);
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** The oldest one; waits for it. Null if the queue is shut and empty. */
    @Nullable
    OperationEvent take() {
        lock.lock();
        try {
            while (waiting.isEmpty() && !shut) {
                changed.awaitUninterruptibly();
            }
            return waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes no more; what waits can still be taken. */
    void shut() {
        lock.lock();
        try {
            shut = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Drops what waits, and says how many these were. */
    int abandon() {
        lock.lock();
        try {
            int left = waiting.size();
            waiting.clear();
            return left;
        } finally {
            lock.unlock();
        }
    }
}
