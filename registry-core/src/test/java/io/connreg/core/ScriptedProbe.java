package io.connreg.core;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeException;
import io.connreg.spi.ProbeRun;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A probe that keeps what it was given, and answers as it is told: all is well, unless told otherwise. */
final class ScriptedProbe implements ConnectionProbe {

    interface Script {
        Optional<Failure> run(ConnectionSpec spec, ProbeRun run) throws ProbeException, InterruptedException;
    }

    /**
     * One test.
     *
     * @param secrets their values as they were read during it
     */
    record Given(ConnectionSpec spec, Map<String, String> secrets, Duration timeLeft) {}

    final Queue<Given> given = new ConcurrentLinkedQueue<>();
    volatile Script script = (spec, run) -> Optional.empty();
    volatile Predicate<ConnectionType> accepted = type -> true;

    @Override
    public boolean accepts(ConnectionType type) {
        return accepted.test(type);
    }

    @Override
    public Optional<Failure> probe(ConnectionSpec spec, ProbeRun run) throws ProbeException, InterruptedException {
        given.add(new Given(
                spec,
                spec.secrets().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, secret -> secret.getValue().reveal())),
                run.timeLeft()));
        return script.run(spec, run);
    }

    /** What it was given in its only test. */
    Given only() {
        if (given.size() != 1) {
            throw new AssertionError("there were " + given.size() + " tests");
        }
        return given.element();
    }

    static boolean isWiped(Secret secret) {
        try {
            secret.reveal();
            return false;
        } catch (IllegalStateException wiped) {
            return true;
        }
    }
}
