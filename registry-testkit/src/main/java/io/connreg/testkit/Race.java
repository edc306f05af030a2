package io.connreg.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Threads that want the same. */
final class Race {
    /** Long enough for one thread to hear of another, in nanoseconds. */
    private static final int SIGNAL = 2_000;

    private static final int SPINS = 20_000;

    /** When the first two go on, by {@link System#nanoTime}; not known before the second has come. */
    private final AtomicReferenceArray<@Nullable Long> starts;

    private final AtomicIntegerArray arrived;
    private volatile boolean failed;

    private Race(int steps) {
        starts = new AtomicReferenceArray<>(steps);
        arrived = new AtomicIntegerArray(steps);
    }

    /** What a contender, numbered from 0, does in a step, numbered from 0. */
    @FunctionalInterface
    interface Step<T> {
        T run(int contender, int step);
    }

    /** What each of the contenders, numbered from 0, came back with; they are let go at one moment. */
    static <T> List<T> among(int contenders, IntFunction<T> contender) throws Exception {
        CyclicBarrier start = new CyclicBarrier(contenders);
        List<Callable<T>> runners = new ArrayList<>();
        for (int i = 0; i < contenders; i++) {
            int number = i;
            runners.add(() -> {
                start.await();
                return contender.apply(number);
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(contenders);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(runners)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * What each contender came back with, step by step. Who comes to a step first waits for a second, and both go on at
     * one moment, so that they meet however fast the store is; the others come as they can.
     */
    static <T> List<List<T>> through(int steps, int contenders, Step<T> step) throws Exception {
        Race race = new Race(steps);
        List<List<T>> byContender = among(contenders, contender -> race.run(contender, step));
        return IntStream.range(0, steps)
                .mapToObj(number ->
                        byContender.stream().map(results -> results.get(number)).toList())
                .toList();
    }

    private <T> List<T> run(int contender, Step<T> step) {
        List<T> results = new ArrayList<>();
        boolean done = false;
        try {
            for (int number = 0; number < arrived.length(); number++) {
                meet(number);
                results.add(step.run(contender, number));
            }
            done = true;
        } finally {
            // Who waits for this thread must not wait for ever.
            failed |= !done;
        }
        return results;
    }

    private void meet(int step) {
        int others = arrived.getAndIncrement(step);
        if (others > 1) {
            return;
        }
        if (others == 1) {
            starts.set(step, System.nanoTime() + SIGNAL);
        }
        for (int spins = 0; !failed; spins++) {
            Long start = starts.get(step);
            if (start != null && System.nanoTime() - start >= 0) {
                return;
            }
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(1);
            }
        }
    }
}
