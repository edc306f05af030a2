package io.connreg.core;

import io.connreg.Counters;
import io.connreg.Operation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** How many operations came to which outcome. Thread-safe. */
final class Tally {
    private record Count(LongAdder succeeded, Map<String, LongAdder> failed) {}

    private final Map<Operation, Count> counts = new EnumMap<>(Operation.class);
    private final LongAdder secretsOpened = new LongAdder();

    Tally() {
        for (Operation operation : Operation.values()) {
            counts.put(operation, new Count(new LongAdder(), new ConcurrentHashMap<>()));
        }
    }

    void count(Trail trail, @Nullable String failure) {
        Count count = Objects.requireNonNull(counts.get(trail.operation()));
        if (failure == null) {
            count.succeeded().increment();
        } else {
            count.failed().computeIfAbsent(failure, any -> new LongAdder()).increment();
        }
        int secrets = trail.secretsHandedOut();
        if (secrets > 0) {
            secretsOpened.add(secrets);
        }
    }

    Counters snapshot(ConnectionCache cache, long eventsDropped, long eventsFailed) {
        Map<Operation, Long> succeeded = new EnumMap<>(Operation.class);
        Map<Operation, SortedMap<String, Long>> failed = new EnumMap<>(Operation.class);
        counts.forEach((operation, count) -> {
            succeeded.put(operation, count.succeeded().sum());
            SortedMap<String, Long> byFailure = new TreeMap<>();
            count.failed().forEach((failure, adder) -> byFailure.put(failure, adder.sum()));
            failed.put(operation, byFailure);
        });
        return new Counters(
                succeeded, failed, secretsOpened.sum(), cache.loads(), cache.size(), eventsDropped, eventsFailed);
    }
}
