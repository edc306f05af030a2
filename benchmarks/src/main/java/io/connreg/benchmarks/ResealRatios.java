package io.connreg.benchmarks;

import io.connreg.ConnectionRegistry;
import io.connreg.KeyId;
import io.connreg.KeyState;
import io.connreg.KeysReport;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * One reseal of a table's first half, beside the same updates of its second half by hand: whenever the reseal has come a
 * slice further, the other side does a slice as long.
 */
final class ResealRatios {
    private final PlainReseal plain;
    private final double[] heres;
    private final double[] theres;
    private final long slice;
    /** The first one, number 0, warms both sides up. */
    private int slices;

    private long begin;

    private ResealRatios(PlainReseal plain, int rounds, long slice) {
        this.plain = plain;
        this.heres = new double[rounds];
        this.theres = new double[rounds];
        this.slice = slice;
    }

    /** Ends a reseal that was long enough. */
    private static final class EnoughException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    static List<Answer> measure(Settings settings) throws Exception {
        List<Answer> answers = new ArrayList<>(Each.storage(settings, ResealRatios::measure));
        answers.add(FileResealRatios.measure(settings));
        return answers;
    }

    private static List<Answer> measure(Settings settings, Storage storage) throws Exception {
        MasterKey key = MasterKey.line(MasterKey.generate());
        Filled.with(settings.rows(), storage, key);
        try (ConnectionRegistry registry =
                Registries.builder().storage(storage.store()).masterKey(key).open()) {
            KeyId primary = registry.keys().rotate();
            KeyId retiring = registry.keys().status().in(KeyState.RETIRING).get(0);
            int rounds = settings.rounds();
            try (PlainReseal plain = new PlainReseal(storage, retiring, primary, settings.rows() / 2)) {
                ResealRatios ratios = new ResealRatios(plain, rounds, settings.rows() / (2L * rounds + 3));
                return List.of(ratios.measure(registry, storage, settings));
            }
        }
    }

    private Answer measure(ConnectionRegistry registry, Storage storage, Settings settings) {
        begin = System.nanoTime();
        try {
            registry.keys().reseal(this::at);
        } catch (EnoughException enough) {
            Question question = new Question(
                    "reseal",
                    "reseal, " + settings.rows() + " connections with two secrets",
                    "plain JDBC, the same batches of updates, nothing opened or sealed",
                    storage.shown(),
                    storage.kind() == Storage.Kind.H2 ? CreateRatios.KILL : CreateRatios.POWER,
                    "≤ 1.15");
            Answer answer = Answer.of(question, 1, heres, theres);
            System.out.printf(
                    "%s, %s: %.2f, %.1f µs a connection%n",
                    question.operation(), question.storage(), answer.median(), answer.nanos() / 1_000);
            return answer;
        }
        throw new IllegalStateException("the reseal ended before it was measured");
    }

    private void at(KeysReport soFar) {
        if (soFar.done() < (slices + 1) * slice) {
            return;
        }
        long between = System.nanoTime();
        long changed = changedByHand();
        long end = System.nanoTime();
        if (slices > 0) {
            heres[slices - 1] = (double) (between - begin) / slice;
            theres[slices - 1] = (double) (end - between) / changed;
        }
        if (slices == heres.length) {
            throw new EnoughException();
        }
        slices++;
        begin = System.nanoTime();
    }

    private long changedByHand() {
        try {
            return plain.change(slice);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
