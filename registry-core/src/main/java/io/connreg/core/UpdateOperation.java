package io.connreg.core;

import io.connreg.ConnectionView;
import io.connreg.NameTakenException;
import io.connreg.RevisionMismatchException;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.internal.Shown;
import io.connreg.spi.Action;
import io.connreg.spi.ConnectionWrite;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** shape ► find ► access ► revision ► row checks ► (re)seal ► replace. Begun anew when another write came between. */
final class UpdateOperation {
    private final Engine engine;

    UpdateOperation(Engine engine) {
        this.engine = engine;
    }

    ConnectionView run(Trail trail, UpdateConnection request) {
        String attempt = "update connection " + Shown.of(request.id());
        UpdateRules.checkShape(request, attempt);
        for (int attempts = 0; attempts < Engine.ATTEMPTS; attempts++) {
            Optional<ConnectionView> done = tryOnce(trail, request, attempt);
            if (done.isPresent()) {
                return done.get();
            }
        }
        throw new RevisionMismatchException(
                "cannot " + attempt + ": others changed it " + Engine.ATTEMPTS + " times meanwhile; try again");
    }

    private Optional<ConnectionView> tryOnce(Trail trail, UpdateConnection request, String attempt) {
        List<Action> rights =
                request.newOwner().isPresent() ? List.of(Action.UPDATE, Action.TRANSFER) : List.of(Action.UPDATE);
        return write(ProposedChange.judged(engine, trail, request, rights, attempt), attempt);
    }

    private Optional<ConnectionView> write(ConnectionChange change, String attempt) {
        SecretSealer.Sealed sealed = seal(change, attempt);
        SortedMap<String, SealedSecret> secrets = new TreeMap<>(change.carried());
        secrets.putAll(sealed.secrets());
        SealedConnection after = change.after(secrets);
        ConnectionWrite write = engine.write(after, sealed.guard());
        DocumentSize.check(write, attempt);
        switch (engine.cache().replace(write)) {
            case DONE -> {
                return Optional.of(after.view());
            }
            case SLOT_CHANGED -> engine.keys().reload();
            case REVISION_MISMATCH, MISSING -> {}
            case NAME_TAKEN ->
                throw new NameTakenException("cannot " + attempt + ": its workspace has a connection named '"
                        + Shown.of(after.head().name()) + "' already");
        }
        return Optional.empty();
    }

    private SecretSealer.Sealed seal(ConnectionChange change, String attempt) {
        SortedMap<String, Secret> reopened =
                engine.sealer().open(change.toReseal(), change.before().binding(), attempt);
        try {
            SortedMap<String, Secret> plain = new TreeMap<>(reopened);
            plain.putAll(change.request().secretsToSet());
            return engine.sealer().seal(plain, change.bindingAfter());
        } finally {
            reopened.values().forEach(Secret::wipe);
        }
    }
}
