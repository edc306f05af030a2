package io.connreg.jdbc;

import static io.connreg.jdbc.Deed.version;
import static io.connreg.spi.WriteOutcome.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.StorageException;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Threads that insert, replace and delete rows of their own, and know what each may be. */
final class Load {
    private static final int THREADS = 8;

    private final ConnectionStore store;
    private final Map<String, Set<String>> possible = new ConcurrentHashMap<>();
    private final Semaphore acknowledged = new Semaphore(0);
    private final AtomicInteger writes = new AtomicInteger();
    private final AtomicInteger unknown = new AtomicInteger();
    private final CompletableFuture<List<Boolean>> running;
    private volatile boolean ended;

    Load(ConnectionStore store) {
        this.store = store;
        this.running = CompletableFuture.supplyAsync(
                () -> Threads.each(THREADS, this::write), work -> new Thread(work, "load").start());
    }

    /** Returns when so many more writes were acknowledged. */
    void awaitWrites(int count) {
        acknowledged.drainPermits();
        try {
            while (!running.isDone() && !acknowledged.tryAcquire(count, 100, TimeUnit.MILLISECONDS)) {
                assertThat(ended).as("a writer ended").isFalse();
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    void end() {
        ended = true;
        assertThat(running.join()).hasSize(THREADS);
    }

    private boolean write(int thread) {
        try {
            for (int n = 0; !ended; n++) {
                write("c-" + thread + "-" + n, n % 3 == 0);
            }
            return true;
        } finally {
            ended = true; // one that fails ends all
        }
    }

    private void write(String id, boolean andDelete) {
        boolean known = noted(id, Contents.NONE, Contents.row(1), () -> store.insert(version(id, 1)))
                && noted(id, Contents.row(1), Contents.row(2), () -> store.replace(version(id, 2)));
        if (known && andDelete) {
            noted(id, Contents.row(2), Contents.NONE, () -> store.delete(id, 2));
        }
    }

    /** Whether it is known to be done; if not, it may be either, and nothing more is done to it. */
    private boolean noted(String id, String before, String after, Supplier<WriteOutcome> write) {
        possible.put(id, Set.of(before, after));
        try {
            assertThat(write.get()).as(id).isEqualTo(DONE);
            possible.put(id, Set.of(after));
            writes.incrementAndGet();
            acknowledged.release();
            return true;
        } catch (StorageException e) {
            unknown.incrementAndGet();
            return false;
        }
    }

    /** Each row is what it may be, with what it is found by, and there are no others. */
    void check(String url) {
        Map<String, String> found = Contents.ofAll(url);
        assertThat(possible.keySet()).containsAll(found.keySet());
        possible.forEach((id, states) ->
                assertThat(found.getOrDefault(id, Contents.NONE)).as(id).isIn(states));
    }

    @Override
    public String toString() {
        return writes + " writes acknowledged, " + unknown + " of which nothing was known";
    }
}
