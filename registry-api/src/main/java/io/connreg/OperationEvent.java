package io.connreg;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * That an operation was asked for, and what came of it. No value of a secret or a config is in it, and nothing that a
 * store or a driver said. It says what the caller was not told: keep it from callers. Immutable.
 *
 * <p>Texts that were not found in the store are as they were asked for, at most 256 characters of them, without control
 * characters.
 *
 * @param operation what was asked for
 * @param at when it began, by the registry's clock
 * @param duration how long it took until its outcome was known
 * @param userId the caller; null for an operation on keys, which has none
 * @param administrator whether the caller administers the workspace, or all of them if there is none here
 * @param requestId what {@link Connections#inRequest} was given, or an answer on the wire carries; null if there is none
 * @param workspaceId the connection's, or the one that was asked for; null if there was neither
 * @param connectionId the connection; of one that was not found, what was asked for; null if it has none yet, or none was meant
 * @param connectionName its name before the operation, or the one that was asked for; null if there was neither
 * @param secretNames of the secrets that {@link Operation#OPEN} handed out; otherwise empty
 * @param key the data key or master key that an operation on keys was about; null if there is none
 * @param rows how many connections a page had, or an operation on keys was done with; otherwise 0
 * @param failure null if it succeeded; else {@link RegistryException#code()} or, of another exception, the name of its
 *     class
 * @param hidden whether the failure is {@code NOT_FOUND} because the caller may not see the connection: there is one
 */
public record OperationEvent(
        Operation operation,
        Instant at,
        Duration duration,
        @Nullable String userId,
        boolean administrator,
        @Nullable String requestId,
        @Nullable String workspaceId,
        @Nullable String connectionId,
        @Nullable String connectionName,
        Set<String> secretNames,
        @Nullable String key,
        long rows,
        @Nullable String failure,
        boolean hidden) {
    public OperationEvent {
        secretNames = Collections.unmodifiableSet(new TreeSet<>(secretNames));
    }

    /** Whether the operation did what was asked. The test of a connection that does not work did, too. */
    public boolean isSuccess() {
        return failure == null;
    }
}
