package io.connreg.core;

import io.connreg.Caller;
import io.connreg.ConnectionPage;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.ListConnections;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException;
import io.connreg.UpdateConnection;
import io.connreg.ValidationResult;
import io.connreg.internal.Shown;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.Action;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The operations for one caller. The reads are here, since they are short; each write has a class of its own. */
final class CallerConnections implements Connections {
    private final EmbeddedRegistry registry;
    private final Caller caller;

    CallerConnections(EmbeddedRegistry registry, Caller caller) {
        this.registry = registry;
        this.caller = caller;
    }

    @Override
    public ConnectionView create(CreateConnection request) {
        return new CreateOperation(registry.engine()).run(caller, request);
    }

    @Override
    public ConnectionView get(String id) {
        return visible(id).view();
    }

    @Override
    public ConnectionView getByName(String name) {
        Problems problems = new Problems();
        String workspaceId = new RequestRules(problems).workspace(caller, Optional.empty());
        problems.throwIfAny("get connection '" + Shown.of(name) + "'");
        return getByName(workspaceId, name);
    }

    @Override
    public ConnectionView getByName(String workspaceId, String name) {
        Engine engine = registry.engine();
        String normalized = Names.normalize(name);
        Optional<SealedConnection> found =
                engine.store().findByName(workspaceId, normalized).map(SealedConnection::of);
        String what = "'" + Shown.of(normalized) + "' in workspace '" + Shown.of(workspaceId) + "'";
        return engine.gate().visible(caller, found, what).view();
    }

    @Override
    public OpenedConnection open(String id) {
        Engine engine = registry.engine();
        SealedConnection connection = visible(id);
        try {
            return opened(connection);
        } catch (SecretUnreadableException e) {
            // It may have been resealed, and its key destroyed, since it was read.
            SealedConnection now = engine.gate().visible(caller, engine.stored(id), id);
            if (now.head().rowVersion() == connection.head().rowVersion()) {
                throw e;
            }
            return opened(now);
        }
    }

    private OpenedConnection opened(SealedConnection connection) {
        Engine engine = registry.engine();
        engine.gate().require(caller, Action.OPEN, connection.head());
        String attempt = "open connection " + connection.head().id();
        Document document = connection.mustBeReadable(attempt).document();
        SortedMap<String, Secret> secrets = engine.sealer().open(document.secrets(), connection.binding(), attempt);
        ConnectionSpec spec = ConnectionSpec.of(connection.head().type(), document.configs(), secrets);
        return new OpenedConnection(connection.view(), spec);
    }

    private SealedConnection visible(String id) {
        Engine engine = registry.engine();
        return engine.gate().visible(caller, engine.cached(id), id);
    }

    @Override
    public ConnectionPage list(ListConnections request) {
        return new ListOperation(registry.engine()).page(caller, request);
    }

    @Override
    public Stream<ConnectionView> stream(ListConnections request) {
        return new ListOperation(registry.engine()).stream(caller, request);
    }

    @Override
    public ConnectionView update(UpdateConnection request) {
        return new UpdateOperation(registry.engine()).run(caller, request);
    }

    @Override
    public void delete(String id) {
        new DeleteOperation(registry.engine()).run(caller, id, OptionalLong.empty());
    }

    @Override
    public void delete(String id, long expectedRevision) {
        new DeleteOperation(registry.engine()).run(caller, id, OptionalLong.of(expectedRevision));
    }

    @Override
    public ValidationResult validate(String id) {
        return validate(UpdateConnection.of(id));
    }

    @Override
    public ValidationResult validate(UpdateConnection proposed) {
        return new ValidateOperation(registry.engine()).run(caller, proposed);
    }

    @Override
    public ValidationResult validate(ConnectionSpec spec) {
        return new ValidateOperation(registry.engine()).run(caller, Optional.empty(), spec);
    }

    @Override
    public ValidationResult validate(String workspaceId, ConnectionSpec spec) {
        return new ValidateOperation(registry.engine()).run(caller, Optional.of(workspaceId), spec);
    }

    @Override
    public String toString() {
        return "Connections(" + caller + ")";
    }
}
