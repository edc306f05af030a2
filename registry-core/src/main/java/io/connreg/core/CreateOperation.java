package io.connreg.core;

import io.connreg.Caller;
import io.connreg.ConnectionView;
import io.connreg.CreateConnection;
import io.connreg.NameTakenException;
import io.connreg.Problem;
import io.connreg.StorageException;
import io.connreg.internal.Shown;
import io.connreg.spec.TypeSchema;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionWrite;
import java.util.TreeMap;

/** validate ► access ► seal ► insert. */
final class CreateOperation {
    private final Engine engine;

    CreateOperation(Engine engine) {
        this.engine = engine;
    }

    ConnectionView run(Caller caller, CreateConnection request) {
        String name = Names.normalize(request.name());
        String workspaceId = request.workspaceId().or(caller::defaultWorkspace).orElse("");
        String attempt = "create connection '" + Shown.of(name) + "'";
        validate(caller, request, name, workspaceId, attempt);
        engine.gate().mayCreate(caller, workspaceId);
        long now = engine.nowMicros();
        ConnectionHead head = new ConnectionHead(
                engine.ids().next(),
                workspaceId,
                name,
                request.spec().connectionType(),
                request.accessibility(),
                caller.userId(),
                now,
                now,
                1,
                1);
        return insert(head, request, attempt);
    }

    private static void validate(
            Caller caller, CreateConnection request, String name, String workspaceId, String attempt) {
        Problems problems = new Problems();
        RequestRules rules = new RequestRules(problems);
        if (workspaceId.isEmpty()) {
            problems.add(
                    "workspaceId",
                    Problem.REQUIRED,
                    "name a workspace: the caller belongs to none or to several, and has no default one");
        } else {
            rules.id("workspaceId", workspaceId);
        }
        rules.id("creator", caller.userId());
        rules.name(name);
        rules.type(request.spec().connectionType());
        rules.description(request.description());
        rules.configs(request.spec().configs());
        rules.secrets(request.spec().secrets());
        problems.addAll(SchemaRules.check(
                TypeSchema.of(request.spec().connectionType()),
                request.spec().configs(),
                request.spec().secrets().keySet()));
        rules.models(request.models());
        rules.resourceMeta(request.resourceMeta());
        problems.throwIfAny(attempt);
    }

    private ConnectionView insert(ConnectionHead head, CreateConnection request, String attempt) {
        SecretBinding binding = SecretBinding.of(head, request.spec().configs(), request.resourceMeta());
        for (int attempts = 0; attempts < Engine.ATTEMPTS; attempts++) {
            SecretSealer.Sealed sealed = engine.sealer().seal(request.spec().secrets(), binding);
            SealedConnection connection = SealedConnection.of(
                    head,
                    new Document(
                            Document.State.READABLE,
                            request.description(),
                            request.spec().configs(),
                            sealed.secrets(),
                            request.models(),
                            request.resourceMeta(),
                            new TreeMap<>()));
            ConnectionWrite write = engine.write(connection, sealed.guard());
            DocumentSize.check(write, attempt);
            switch (engine.store().insert(write)) {
                case DONE -> {
                    return connection.view();
                }
                case NAME_TAKEN ->
                    throw new NameTakenException("cannot " + attempt + ": workspace '" + Shown.of(head.workspaceId())
                            + "' has a connection of that name already");
                case SLOT_CHANGED -> engine.keys().reload();
                case MISSING, REVISION_MISMATCH ->
                    throw new StorageException("cannot " + attempt + ": the store answered an insert as a replacement");
            }
        }
        throw new StorageException(
                "cannot " + attempt + ": the key slot moved " + Engine.ATTEMPTS + " times meanwhile");
    }
}
