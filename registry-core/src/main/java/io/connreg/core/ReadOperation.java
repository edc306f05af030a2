package io.connreg.core;

import io.connreg.ConnectionView;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException;
import io.connreg.internal.Shown;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.Action;
import java.util.Optional;
import java.util.SortedMap;

/** cache ► access, and for an open ► unseal. */
final class ReadOperation {
    private final Engine engine;
    private final Trail trail;

    ReadOperation(Engine engine, Trail trail) {
        this.engine = engine;
        this.trail = trail;
    }

    ConnectionView get(String id) {
        return visible(id).view();
    }

    ConnectionView getByName(String workspaceId, String name) {
        String normalized = Names.normalize(name);
        Optional<SealedConnection> found =
                engine.store().findByName(workspaceId, normalized).map(SealedConnection::of);
        String what = "'" + Shown.of(normalized) + "' in workspace '" + Shown.of(workspaceId) + "'";
        return engine.gate().visible(trail, found, what).view();
    }

    /** In the caller's default workspace. */
    ConnectionView getByName(String name) {
        Problems problems = new Problems();
        String workspaceId = new RequestRules(problems).workspace(trail.caller(), Optional.empty());
        problems.throwIfAny("get connection '" + Shown.of(name) + "'");
        return getByName(workspaceId, name);
    }

    OpenedConnection open(String id) {
        SealedConnection connection = visible(id);
        try {
            return opened(connection);
        } catch (SecretUnreadableException e) {
            // It may have been resealed, and its key destroyed, since it was read.
            SealedConnection now = engine.gate().visible(trail, engine.stored(id), id);
            if (now.head().rowVersion() == connection.head().rowVersion()) {
                throw e;
            }
            return opened(now);
        }
    }

    private OpenedConnection opened(SealedConnection connection) {
        engine.gate().require(trail.caller(), Action.OPEN, connection.head());
        String attempt = "open connection " + connection.head().id();
        Document document = connection.mustBeReadable(attempt).document();
        SortedMap<String, Secret> secrets = engine.sealer().open(document.secrets(), connection.binding(), attempt);
        ConnectionSpec spec = ConnectionSpec.of(connection.head().type(), document.configs(), secrets);
        trail.handsOut(connection.view().secretNames());
        return new OpenedConnection(connection.view(), spec);
    }

    private SealedConnection visible(String id) {
        return engine.gate().visible(trail, engine.cached(id), id);
    }
}
