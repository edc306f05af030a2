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

    /** @throws NotPermittedException if the caller may not create in this workspace */
    void mayCreate(Caller caller, String workspaceId) {
        if (!policy.permits(caller, Action.CREATE, AccessTarget.workspace(workspaceId))) {
            throw new NotPermittedException("user '" + Shown.of(caller.userId())
                    + "' may not create connections in workspace '" + Shown.of(workspaceId) + "'");
        }
    }

    /** @throws ConnectionNotFoundException if nothing was found, or nothing that the caller may see */
    SealedConnection visible(Caller caller, Optional<SealedConnection> found, String what) {
        return found.filter(connection -> permits(caller, Action.VIEW, connection.head()))
                .orElseThrow(() -> new ConnectionNotFoundException("there is no connection " + Shown.of(what)
                        + " that user '" + Shown.of(caller.userId()) + "' may see"));
    }

    /** @throws NotPermittedException if the caller, who may see it, may not do this to it */
    void require(Caller caller, Action action, ConnectionHead head) {
        if (!permits(caller, action, head)) {
            throw notPermitted(caller, action, head, "");
        }
    }

    boolean permits(Caller caller, Action action, ConnectionHead head) {
        return policy.permits(caller, action, AccessTarget.connection(head));
    }

    NotPermittedException notPermitted(Caller caller, Action action, ConnectionHead head, String because) {
        return new NotPermittedException("user '" + Shown.of(caller.userId()) + "' has not the right to " + action
                + " connection " + head.id() + because);
    }

    ListScope listScope(Caller caller) {
        return policy.listScope(caller);
    }
}
