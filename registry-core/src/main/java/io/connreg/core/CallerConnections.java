package io.connreg.core;

import io.connreg.Caller;
import io.connreg.ConnectionPage;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.ListConnections;
import io.connreg.OpenedConnection;
import io.connreg.Operation;
import io.connreg.UpdateConnection;
import io.connreg.ValidationResult;
import io.connreg.spec.ConnectionSpec;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The operations for one caller, each a class of its own, and each observed: what it asks for, and what came of it. */
final class CallerConnections implements Connections {
    private final EmbeddedRegistry registry;
    private final Caller caller;
    private final @Nullable String requestId;

    CallerConnections(EmbeddedRegistry registry, Caller caller, @Nullable String requestId) {
        this.registry = registry;
        this.caller = caller;
        this.requestId = requestId;
    }

    private <T extends @Nullable Object> T observed(Operation operation, Function<Trail, T> work) {
        return registry.observation().run(new Trail(operation, caller, requestId), work);
    }

    @Override
    public Connections inRequest(String id) {
        return new CallerConnections(registry, caller, Objects.requireNonNull(id, "id"));
    }

    @Override
    public ConnectionView create(CreateConnection request) {
        return observed(Operation.CREATE, trail -> {
            trail.asksFor(request.workspaceId().or(caller::defaultWorkspace), request.name());
            return trail.made(new CreateOperation(registry.engine()).run(caller, request));
        });
    }

    @Override
    public ConnectionView get(String id) {
        return observed(Operation.GET, trail -> {
            trail.asksFor(id);
            return new ReadOperation(registry.engine(), trail).get(id);
        });
    }

    @Override
    public ConnectionView getByName(String name) {
        return observed(Operation.GET, trail -> {
            trail.asksFor(caller.defaultWorkspace(), name);
            return new ReadOperation(registry.engine(), trail).getByName(name);
        });
    }

    @Override
    public ConnectionView getByName(String workspaceId, String name) {
        return observed(Operation.GET, trail -> {
            trail.asksFor(Optional.of(workspaceId), name);
            return new ReadOperation(registry.engine(), trail).getByName(workspaceId, name);
        });
    }

    @Override
    public OpenedConnection open(String id) {
        return observed(Operation.OPEN, trail -> {
            trail.asksFor(id);
            return new ReadOperation(registry.engine(), trail).open(id);
        });
    }

    @Override
    public ConnectionPage list(ListConnections request) {
        return observed(Operation.LIST, trail -> {
            trail.asksFor(request.workspaceId(), null);
            ConnectionPage page = new ListOperation(registry.engine()).page(caller, request);
            trail.rows(page.connections().size());
            return page;
        });
    }

    @Override
    public Stream<ConnectionView> stream(ListConnections request) {
        return Stream.iterate(
                        stretch(request, list -> list.first(caller, request)),
                        stretch -> !stretch.rows().isEmpty(),
                        stretch -> stretch.more() ? stretch(request, list -> list.next(stretch)) : stretch.none())
                .flatMap(ListOperation::views);
    }

    private Stretch stretch(ListConnections request, Function<ListOperation, Stretch> reading) {
        return observed(Operation.LIST, trail -> {
            trail.asksFor(request.workspaceId(), null);
            Stretch stretch = reading.apply(new ListOperation(registry.engine()));
            trail.rows(stretch.rows().size());
            return stretch;
        });
    }

    @Override
    public ConnectionView update(UpdateConnection request) {
        return observed(Operation.UPDATE, trail -> {
            trail.asksFor(request.id());
            return new UpdateOperation(registry.engine()).run(trail, request);
        });
    }

    @Override
    public void delete(String id) {
        delete(id, OptionalLong.empty());
    }

    @Override
    public void delete(String id, long expectedRevision) {
        delete(id, OptionalLong.of(expectedRevision));
    }

    private void delete(String id, OptionalLong expectedRevision) {
        observed(Operation.DELETE, trail -> {
            trail.asksFor(id);
            new DeleteOperation(registry.engine()).run(trail, id, expectedRevision);
            return null;
        });
    }

    @Override
    public ValidationResult validate(String id) {
        return observed(Operation.VALIDATE, trail -> {
            trail.asksFor(id);
            return new ValidateOperation(registry.engine()).run(trail, UpdateConnection.of(id));
        });
    }

    @Override
    public ValidationResult validate(UpdateConnection proposed) {
        return observed(Operation.VALIDATE, trail -> {
            trail.asksFor(proposed.id());
            return new ValidateOperation(registry.engine()).run(trail, proposed);
        });
    }

    @Override
    public ValidationResult validate(ConnectionSpec spec) {
        return observed(Operation.VALIDATE, trail -> {
            trail.asksFor(caller.defaultWorkspace(), null);
            return new ValidateOperation(registry.engine()).run(caller, Optional.empty(), spec);
        });
    }

    @Override
    public ValidationResult validate(String workspaceId, ConnectionSpec spec) {
        return observed(Operation.VALIDATE, trail -> {
            trail.asksFor(Optional.of(workspaceId), null);
            return new ValidateOperation(registry.engine()).run(caller, Optional.of(workspaceId), spec);
        });
    }

    @Override
    public String toString() {
        return "Connections(" + caller + ")";
    }
}
