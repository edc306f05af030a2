package io.connreg;

import java.util.Map;
import java.util.SortedMap;

/**
 * What a registry has counted since it was opened, for whatever gathers metrics. All but {@code cachedConnections} only
 * grow. Immutable; numbers that are counted while they are read may or may not be in it.
 *
 * @param succeeded how often each operation succeeded
 * @param failed how often each operation failed, by what {@link OperationEvent#failure()} says
 * @param secretsOpened how many secrets {@link Connections#open} has handed out
 * @param cacheLoads how often {@code get} and {@code open} had to read the store, as the connection was not in memory
 * @param cachedConnections about how many connections are in memory now
 * @param eventsDropped events that the audit listener was not told of, since its queue was full or closed
 * @param eventsFailed events on which the audit listener threw
 */
public record Counters(
        Map<Operation, Long> succeeded,
        Map<Operation, SortedMap<String, Long>> failed,
        long secretsOpened,
        long cacheLoads,
        long cachedConnections,
        long eventsDropped,
        long eventsFailed) {

    public Counters {
        succeeded = Map.copyOf(succeeded);
        failed = Map.copyOf(failed);
    }

    /** How often this operation succeeded. */
    public long succeeded(Operation operation) {
        return succeeded.getOrDefault(operation, 0L);
    }

    /** How often this operation failed, in whatever way. */
    public long failed(Operation operation) {
        SortedMap<String, Long> byFailure = failed.get(operation);
        return byFailure == null
                ? 0
                : byFailure.values().stream().mapToLong(Long::longValue).sum();
    }
}
