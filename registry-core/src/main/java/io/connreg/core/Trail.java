package io.connreg.core;

import io.connreg.Caller;
import io.connreg.ConnectionView;
import io.connreg.KeyId;
import io.connreg.KeysReport;
import io.connreg.MasterKeyId;
import io.connreg.Operation;
import io.connreg.OperationEvent;
import io.connreg.internal.Shown;
import io.connreg.spi.ConnectionHead;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One operation under way: who asked, and what comes to light on its way that its event says. What the caller must not
 * know goes by here, never by an exception. For one thread.
 */
final class Trail {
    /** As long as any id or name may be: 128 code points. */
    private static final int LONGEST_TEXT = 2 * Limits.ID;

    private final Operation operation;
    private final @Nullable Caller caller;
    private final @Nullable String requestId;
    private @Nullable String workspaceId;
    private @Nullable String connectionId;
    private @Nullable String connectionName;
    private Set<String> secretNames = Set.of();
    private @Nullable String key;
    private long rows;
    private boolean hidden;

    Trail(Operation operation, @Nullable Caller caller, @Nullable String requestId) {
        this.operation = operation;
        this.caller = caller;
        this.requestId = requestId;
    }

    Operation operation() {
        return operation;
    }

    Caller caller() {
        return Objects.requireNonNull(caller, "operations on keys have no caller");
    }

    /** A connection is asked for by its id. */
    void asksFor(String id) {
        connectionId = id;
    }

    /** A workspace, and a name in it, are asked for. */
    void asksFor(Optional<String> workspace, @Nullable String name) {
        workspaceId = workspace.orElse(null);
        connectionName = name;
    }

    /** What was found in the store, whether the caller may see it or not. */
    void found(ConnectionHead head, boolean visible) {
        workspaceId = head.workspaceId();
        connectionId = head.id();
        connectionName = head.name();
        hidden = !visible;
    }

    ConnectionView made(ConnectionView view) {
        workspaceId = view.workspaceId();
        connectionId = view.id();
        connectionName = view.name();
        return view;
    }

    void handsOut(Set<String> names) {
        secretNames = names;
    }

    int secretsHandedOut() {
        return secretNames.size();
    }

    void of(KeyId dataKey) {
        key = dataKey.toString();
    }

    void of(MasterKeyId masterKey) {
        key = masterKey.toString();
    }

    void rows(long count) {
        rows = count;
    }

    KeysReport rowsOf(KeysReport report) {
        rows = report.done();
        return report;
    }

    OperationEvent event(Instant at, Duration duration, @Nullable String failure) {
        return new OperationEvent(
                operation,
                at,
                duration,
                shown(caller == null ? null : caller.userId()),
                isAdministrator(),
                shown(requestId),
                shown(workspaceId),
                shown(connectionId),
                shown(connectionName),
                secretNames,
                shown(key),
                rows,
                failure,
                hidden && failure != null);
    }

    private boolean isAdministrator() {
        return caller != null
                && (workspaceId == null ? caller.isAdministratorOfAll() : caller.isAdministratorOf(workspaceId));
    }

    private static @Nullable String shown(@Nullable String text) {
        return text == null ? null : Shown.of(text, LONGEST_TEXT);
    }
}
