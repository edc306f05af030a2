package io.connreg.core;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import io.connreg.ValidationResult;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.TypeSchema;
import io.connreg.spi.ConnectionProbe;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The probes there are; the first that accepts a type tests its connections. */
final class Probes {
    private final List<ConnectionProbe> probes;
    private final ProbeRunner runner;

    Probes(List<ConnectionProbe> probes, ProbeRunner runner) {
        this.probes = List.copyOf(probes);
        this.runner = runner;
    }

    /**
     * Tests a connection of this type and these configs.
     *
     * @param what the connection, as the result's message speaks of it
     * @param unsealing puts the connection's secrets into the map, from which they are wiped in the end; not called
     *     unless there is a probe for the type
     */
    ValidationResult test(
            ConnectionType type,
            Map<String, String> configs,
            Consumer<Map<String, Secret>> unsealing,
            String what,
            String attempt) {
        Optional<ConnectionProbe> probe =
                probes.stream().filter(candidate -> candidate.accepts(type)).findFirst();
        if (probe.isEmpty()) {
            return untried(Failure.NO_PROBE, what);
        }
        SortedMap<String, Secret> secrets = new TreeMap<>();
        try {
            unsealing.accept(secrets);
            if (!SchemaRules.check(TypeSchema.of(type), configs, secrets.keySet())
                    .isEmpty()) {
                return untried(Failure.BAD_CONFIGURATION, what);
            }
            return runner.run(probe.get(), ConnectionSpec.of(type, configs, secrets), what, attempt);
        } finally {
            secrets.values().forEach(Secret::wipe);
        }
    }

    private static ValidationResult untried(Failure failure, String what) {
        return new ValidationResult(failure, Verdict.of(failure, what), Duration.ZERO);
    }
}
