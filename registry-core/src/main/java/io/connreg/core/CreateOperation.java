package io.connreg.core;

import io.connreg.Caller;
import io.connreg.ConnectionView;
import io.connreg.CreateConnection;
import io.connreg.NameTakenException;
import io.connreg.StorageException;
import io.connreg.internal.Shown;
import io.connreg.spi.Action;
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
        String attempt = "create connection '" + Shown.of(name) + "'";
        String workspaceId = validate(caller, request, name, attempt);
        engine.gate().require(caller, Action.CREATE, workspaceId);
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

    /** The workspace to create it in. */
    private static String validate(Caller caller, CreateConnection request, String name, String attempt) {
        Problems problems = new Problems();
        RequestRules rules = new RequestRules(problems);
        String workspaceId = rules.workspace(caller, request.workspaceId());
        rules.id("creator", caller.userId());
        rules.name(name);
        rules.description(request.description());
        rules.spec(request.spec());
        rules.models(request.models());
        rules.resourceMeta(request.resourceMeta());
        problems.throwIfAny(attempt);
        return workspaceId;
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
