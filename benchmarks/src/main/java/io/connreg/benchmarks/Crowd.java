package io.connreg.benchmarks;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Many threads that do much work together, each number once. */
final class Crowd {
    private static final int THREADS = 64;

    private Crowd() {}

    static void each(int numbers, IntConsumer work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        Callable<Void> worker = () -> {
            for (int number = next.getAndIncrement(); number < numbers; number = next.getAndIncrement()) {
                work.accept(number);
            }
            return null;
        };
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<Void>> all =
                    IntStream.range(0, THREADS).mapToObj(i -> worker).toList();
            for (Future<Void> each : workers.invokeAll(all)) {
                each.get();
            }
        } finally {
            workers.shutdownNow();
        }
    }
}
