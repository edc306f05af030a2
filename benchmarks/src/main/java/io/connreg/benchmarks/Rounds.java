package io.connreg.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Two sides in turn, round after round in one process, each divided within its round: a neighbour's load then falls on
 * both.
 */
record Rounds(int count, Duration each) {
    private static final Duration WARM_UP = Duration.ofMillis(2_500);

    Answer compare(Question question, Work here, Work there) throws Exception {
        return compare(question, 1, here, there);
    }

    Answer compare(Question question, int threads, Work here, Work there) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            nanos(workers, threads, there, WARM_UP);
            nanos(workers, threads, here, WARM_UP);
            double[] heres = new double[count];
            double[] theres = new double[count];
            for (int round = 0; round < count; round++) {
                boolean hereFirst = round % 2 == 0;
                if (hereFirst) {
                    heres[round] = nanos(workers, threads, here, each);
                }
                theres[round] = nanos(workers, threads, there, each);
                if (!hereFirst) {
                    heres[round] = nanos(workers, threads, here, each);
                }
            }
            Answer answer = Answer.of(question, threads, heres, theres);
            System.out.printf("%s, %s: %.2f%n", question.operation(), question.storage(), answer.median());
            return answer;
        } finally {
            workers.shutdownNow();
        }
    }

    /** How long an operation takes: wall time over operations of all threads. */
    private static double nanos(ExecutorService workers, int threads, Work work, Duration time) throws Exception {
        long begin = System.nanoTime();
        Callable<Long> worker = () -> operations(work, begin + time.toNanos());
        List<Future<Long>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(workers.submit(worker));
        }
        long operations = 0;
        for (Future<Long> each : running) {
            operations += each.get();
        }
        return (double) (System.nanoTime() - begin) / operations;
    }

    private static long operations(Work work, long until) throws Exception {
        long operations = 0;
        do {
            work.once();
            operations++;
        } while (System.nanoTime() < until);
        return operations;
    }
}
