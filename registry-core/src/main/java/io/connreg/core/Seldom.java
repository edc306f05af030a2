package io.connreg.core;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Once a minute, for what may go wrong with every operation and is to be told all the same. Thread-safe. */
final class Seldom {
    private static final long APART = TimeUnit.MINUTES.toNanos(1);

    private final Ticker ticker;
    private final AtomicLong last;

    Seldom(Ticker ticker) {
        this.ticker = ticker;
        this.last = new AtomicLong(ticker.read() - APART);
    }

    /** Whether it is time; for one thread of those that ask at once. */
    boolean isTime() {
        long now = ticker.read();
        long before = last.get();
        return now - before >= APART && last.compareAndSet(before, now);
    }
}
