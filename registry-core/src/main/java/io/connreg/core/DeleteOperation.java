package io.connreg.core;

import io.connreg.RevisionMismatchException;
import io.connreg.StorageException;
import io.connreg.internal.Shown;
import io.connreg.spi.Action;
import io.connreg.spi.ConnectionHead;
import java.util.OptionalLong;

/** find ► access ► revision ► delete. Begun anew when another write came between. */
final class DeleteOperation {
    private final Engine engine;

    DeleteOperation(Engine engine) {
        this.engine = engine;
    }

    void run(Trail trail, String id, OptionalLong expectedRevision) {
        String attempt = "delete connection " + Shown.of(id);
        for (int attempts = 0; attempts < Engine.ATTEMPTS; attempts++) {
            ConnectionHead head =
                    engine.gate().visible(trail, engine.stored(id), id).head();
            engine.gate().require(trail.caller(), Action.DELETE, head);
            Revisions.check(expectedRevision, head, attempt);
            switch (engine.cache().delete(id, head.rowVersion())) {
                case DONE -> {
                    return;
                }
                case REVISION_MISMATCH, MISSING -> {}
                case NAME_TAKEN, SLOT_CHANGED ->
                    throw new StorageException("cannot " + attempt + ": the store answered a delete as a write");
            }
        }
        throw new RevisionMismatchException(
                "cannot " + attempt + ": others changed it " + Engine.ATTEMPTS + " times meanwhile; try again");
    }
}
