package io.connreg.core;

import io.connreg.UpdateConnection;
import io.connreg.spi.Action;
import java.util.List;

/**
 * find ► access ► revision ► row checks ► widening rule: what an update would make of a stored connection. The order is a
 * promise: whoever may not see the row is told nothing else of it.
 */
final class ProposedChange {
    private ProposedChange() {}

    /** @param rights what the caller must be allowed to do with the connection, besides seeing it */
    static ConnectionChange judged(
            Engine engine, Trail trail, UpdateConnection request, List<Action> rights, String attempt) {
        SealedConnection before = engine.gate().visible(trail, engine.stored(request.id()), request.id());
        rights.forEach(right -> engine.gate().require(trail.caller(), right, before.head()));
        Revisions.check(request.expectedRevision(), before.head(), attempt);
        ConnectionChange change = ConnectionChange.of(before.mustBeReadable(attempt), request, engine.nowMicros());
        UpdateRules.checkRow(change, attempt);
        engine.gate().mayWiden(trail.caller(), change);
        return change;
    }
}
