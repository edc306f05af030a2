package io.connreg.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The ratios of all rounds: the time an operation takes here, divided by that on the other side in the same round.
 *
 * @param threads how many did it at once, on each side
 * @param ratios one a round, sorted
 * @param nanos the median time of an operation here, for the order of magnitude only
 */
record Answer(Question question, int threads, List<Double> ratios, double nanos) {
    static Answer of(Question question, int threads, double[] here, double[] there) {
        List<Double> ratios = IntStream.range(0, here.length)
                .mapToObj(round -> here[round] / there[round])
                .sorted()
                .toList();
        double[] times = here.clone();
        Arrays.sort(times);
        return new Answer(question, threads, ratios, times[times.length / 2]);
    }

    double median() {
        return at(0.5);
    }

    /** The ratio that this share of the rounds did not pass. */
    double at(double share) {
        return ratios.get((int) (share * (ratios.size() - 1)));
    }
}
