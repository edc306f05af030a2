package io.connreg.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Threads let go at one moment. */
final class Race {
    static final int THREADS = 8;

    private Race() {}

    /** What each of the contenders, numbered from 0, came back with. */
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
}
