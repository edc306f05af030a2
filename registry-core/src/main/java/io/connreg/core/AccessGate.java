package io.connreg.core;

import io.connreg.Caller;
import io.connreg.ConnectionNotFoundException;
import io.connreg.NotPermittedException;
import io.connreg.internal.Shown;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.AccessTarget;
import io.connreg.spi.Action;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ListScope;
import java.util.Optional;

/** Where every operation asks the policy. What a caller may not see is answered as what does not exist. */
final class AccessGate {
    private final AccessPolicy policy;

    AccessGate(AccessPolicy policy) {
        this.policy = policy;
    }

    /** @throws NotPermittedException if the caller may not do this in this workspace */
    void require(Caller caller, Action action, String workspaceId) {
        if (!policy.permits(caller, action, AccessTarget.workspace(workspaceId))) {
            throw notPermitted(caller, action, "connections in workspace '" + Shown.of(workspaceId) + "'");
        }
    }

    /**
     * Which of the two it is that a caller is not told stands in the trail alone.
     *
     * @throws ConnectionNotFoundException if nothing was found, or nothing that the caller may see
     */
    SealedConnection visible(Trail trail, Optional<SealedConnection> found, String what) {
        Caller caller = trail.caller();
        Optional<SealedConnection> visible =
                found.filter(connection -> permits(caller, Action.VIEW, connection.head()));
        found.ifPresent(connection -> trail.found(connection.head(), visible.isPresent()));
        return visible.orElseThrow(() -> new ConnectionNotFoundException(
                "there is no connection " + Shown.of(what) + " that user '" + Shown.of(caller.userId()) + "' may see"));
    }

    /** @throws NotPermittedException if the caller, who may see it, may not do this to it */
    void require(Caller caller, Action action, ConnectionHead head) {
        if (!permits(caller, action, head)) {
            throw notPermitted(caller, action, "connection " + head.id());
        }
    }

    /**
     * The widening rule.
     *
     * @throws NotPermittedException if kept secrets would go, or be shown, elsewhere, and the caller may not open them
     */
    void mayWiden(Caller caller, ConnectionChange change) {
        ConnectionHead head = change.before().head();
        if (change.widens() && !permits(caller, Action.OPEN, head)) {
            throw notPermitted(
                    caller,
                    Action.OPEN,
                    "connection " + head.id()
                            + ", which this update takes as it would send or show its secrets elsewhere; set or clear"
                            + " these in the same update: " + change.kept().keySet());
        }
    }

    private boolean permits(Caller caller, Action action, ConnectionHead head) {
        return policy.permits(caller, action, AccessTarget.connection(head));
    }

    private static NotPermittedException notPermitted(Caller caller, Action action, String what) {
        return new NotPermittedException(
                "user '" + Shown.of(caller.userId()) + "' has not the right to " + action + " " + what);
    }

    ListScope listScope(Caller caller) {
        return policy.listScope(caller);
    }
}
