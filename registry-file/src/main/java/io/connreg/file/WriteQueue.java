package io.connreg.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where callers put requests and the writer takes all there are. Once shut it takes no more, and says why. */
final class WriteQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Request> requests = new ArrayList<>();
    private @Nullable Supplier<RuntimeException> shut;

    /** @throws RuntimeException what it was shut with */
    void add(Request request) {
        lock.lock();
        try {
            if (shut != null) {
                throw shut.get();
            }
            requests.add(request);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Moves all there are to {@code parts}; waits for one if these are empty. False if it is shut and all are done. */
    boolean drainTo(Collection<Request.Part> parts) {
        lock.lock();
        try {
            while (parts.isEmpty() && requests.isEmpty() && shut == null) {
                changed.awaitUninterruptibly();
            }
            requests.forEach(request -> request.addTo(parts));
            requests.clear();
            return !parts.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /** The first reason stays. */
    void shut(Supplier<RuntimeException> reason) {
        lock.lock();
        try {
            if (shut == null) {
                shut = reason;
            }
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
