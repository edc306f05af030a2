package io.connreg.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** Threads that want the same. */
final class Race {
    private static final int SPINS = 20_000;

    private Race() {}

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
     * What each contender came back with, step by step. Who comes to a step first waits for a second, so that two at
     * least go at one moment, however fast the store is; the others come as they can.
     */
    static <T> List<List<T>> through(int steps, int contenders, Step<T> step) throws Exception {
        AtomicIntegerArray arrived = new AtomicIntegerArray(steps);
        AtomicBoolean failed = new AtomicBoolean();
        List<List<T>> byContender = among(contenders, contender -> {
            List<T> results = new ArrayList<>();
            boolean done = false;
            try {
                for (int number = 0; number < steps; number++) {
                    arrived.incrementAndGet(number);
                    awaitSecond(arrived, number, failed);
                    results.add(step.run(contender, number));
                }
                done = true;
            } finally {
                failed.compareAndSet(false, !done);
            }
            return results;
        });
        List<List<T>> byStep = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            int number = i;
            byStep.add(byContender.stream().map(results -> results.get(number)).toList());
        }
        return byStep;
    }

    private static void awaitSecond(AtomicIntegerArray arrived, int step, AtomicBoolean failed) {
        for (int spins = 0; arrived.get(step) < 2 && !failed.get(); spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(1);
            }
        }
    }
}
