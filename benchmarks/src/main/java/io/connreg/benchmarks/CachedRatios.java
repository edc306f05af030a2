package io.connreg.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** {@link CachedReads} by JMH: a fork a side and round, 2.5 seconds of warm-up in each; of its 80 slices the tenth percentile. */
final class CachedRatios {
    private static final int ROUNDS = 3;
    private static final int SLICE_MILLIS = 20;
    private static final int SLICES = 80;

    private CachedRatios() {}

    static List<Answer> measure() throws RunnerException {
        String raw = "Caffeine getIfPresent + AES-GCM with a reused cipher, as many bytes bound";
        return List.of(
                compare(
                        "get",
                        "caffeine",
                        "memory:",
                        question("get, in memory", "Caffeine getIfPresent", "memory", "≤ 1.15")),
                compare(
                        "get",
                        "caffeine",
                        "jdbc:h2:mem:cached",
                        question("get, in memory", "Caffeine getIfPresent, expiring", "a database", "≤ 1.3")),
                compare(
                        "openOneSecret",
                        "caffeineAndCipher",
                        "memory:",
                        question("open, one secret, in memory", raw, "memory", "≤ 1.25")));
    }

    private static Question question(String operation, String against, String storage, String reach) {
        return Question.read("cached", operation, against, storage, reach);
    }

    private static Answer compare(String here, String there, String url, Question question) throws RunnerException {
        List<Double> heres = new ArrayList<>();
        List<Double> theres = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            heres.add(nanos(here, url));
            theres.add(nanos(there, url));
        }
        return Answer.of(question, 1, numbers(heres), numbers(theres));
    }

    private static double[] numbers(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Of the quiet slices, since a neighbour only adds. */
    private static double nanos(String benchmark, String url) throws RunnerException {
        Collection<RunResult> results = new Runner(new OptionsBuilder()
                        .include(CachedReads.class.getName() + "\\." + benchmark + "$")
                        .param("url", url)
                        .forks(1)
                        .warmupIterations(25)
                        .warmupTime(TimeValue.milliseconds(100))
                        .measurementIterations(SLICES)
                        .measurementTime(TimeValue.milliseconds(SLICE_MILLIS))
                        .shouldFailOnError(true)
                        .build())
                .run();
        return results.iterator().next().getPrimaryResult().getStatistics().getPercentile(10);
    }
}
