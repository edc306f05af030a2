package io.connreg.jdbc;

import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.Argument;

/**
 * The statements that change connections. What makes a write right (its name is free, the row version and the slot
 * are the expected ones) is judged in the statement that writes; what is asked afterwards only names the reason.
 * Each method has changed nothing if it answers anything but DONE.
 */
final class ConnectionWrites {
    /** Two question marks, both for the guard's version. */
    private static final String SLOT_HOLDS = "(? = 0 or exists (select 1 from connreg_slot where version = ?))";

    private static final String UPDATE = "update connreg_connection set workspace_id = ?, name = ?, folded_name = ?,"
            + " type = ?, accessibility = ?, creator = ?, created_micros = ?, modified_micros = ?, revision = ?,"
            + " row_version = ?, document = ? where id = ? and row_version = ? and " + SLOT_HOLDS;

    private ConnectionWrites() {}

    /** Stores nothing if the slot is another one. Its question marks are for {@link #insertArguments}. */
    static String insertStatement(String fromNothing) {
        return "insert into connreg_connection (workspace_id, name, folded_name, type, accessibility, creator,"
                + " created_micros, modified_micros, revision, row_version, document, id)"
                + " select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?" + fromNothing + " where " + SLOT_HOLDS;
    }

    static List<Argument> insertArguments(Dialect dialect, ConnectionWrite write) {
        List<Argument> arguments = columns(dialect, write);
        arguments.addAll(guard(write));
        return arguments;
    }

    /** In several statements, which the database undoes one by one where they fail. */
    static WriteOutcome insert(Dialect dialect, Handle handle, ConnectionWrite write) {
        try {
            Sql insert = new Sql(insertStatement(dialect.fromNothing()), insertArguments(dialect, write));
            if (insert.update(handle) == 0) {
                return WriteOutcome.SLOT_CHANGED;
            }
        } catch (JdbiException e) {
            if (SqlFailures.isDuplicate(e)) {
                requireUnusedId(handle, write);
                return WriteOutcome.NAME_TAKEN;
            }
            throw e;
        }
        IndexRows.insert(handle, write.head().id(), write.terms());
        return WriteOutcome.DONE;
    }

    /** Empty if nothing speaks against it any more. */
    static Optional<WriteOutcome> whyNotInserted(Handle handle, ConnectionWrite write) {
        requireUnusedId(handle, write);
        ConnectionHead head = write.head();
        if (ConnectionReads.findByName(handle, head.workspaceId(), head.name()).isPresent()) {
            return Optional.of(WriteOutcome.NAME_TAKEN);
        }
        boolean slotHolds = new Sql("select 1 where " + SLOT_HOLDS, guard(write)).exists(handle);
        return slotHolds ? Optional.empty() : Optional.of(WriteOutcome.SLOT_CHANGED);
    }

    private static void requireUnusedId(Handle handle, ConnectionWrite write) {
        if (ConnectionReads.find(handle, write.head().id()).isPresent()) {
            throw new IdInUseException();
        }
    }

    /** In one transaction, unless one of them takes a name that is taken: some databases then forget those before it. */
    static List<WriteOutcome> replaceAll(Dialect dialect, Handle handle, List<ConnectionWrite> writes) {
        try {
            return handle.inTransaction(working -> replaceEach(dialect, working, writes));
        } catch (JdbiException e) {
            if (SqlFailures.isDuplicate(e)) {
                return writes.size() == 1
                        ? List.of(WriteOutcome.NAME_TAKEN)
                        : writes.stream()
                                .flatMap(write -> replaceAll(dialect, handle, List.of(write)).stream())
                                .toList();
            }
            throw e;
        }
    }

    private static List<WriteOutcome> replaceEach(Dialect dialect, Handle handle, List<ConnectionWrite> writes) {
        int[] changed = Sql.updateEach(
                handle,
                UPDATE,
                writes.stream().map(write -> updateArguments(dialect, write)).toList());
        List<WriteOutcome> outcomes = new ArrayList<>();
        List<ConnectionWrite> done = new ArrayList<>();
        for (int i = 0; i < changed.length; i++) {
            ConnectionHead head = writes.get(i).head();
            if (changed[i] == 0) {
                outcomes.add(whyNot(handle, head.id(), head.rowVersion() - 1).orElse(WriteOutcome.SLOT_CHANGED));
            } else {
                outcomes.add(WriteOutcome.DONE);
                done.add(writes.get(i));
            }
        }
        IndexRows.replace(handle, done);
        return outcomes;
    }

    private static List<Argument> updateArguments(Dialect dialect, ConnectionWrite write) {
        List<Argument> arguments = columns(dialect, write);
        arguments.add(Bound.number(write.head().rowVersion() - 1));
        arguments.addAll(guard(write));
        return arguments;
    }

    static WriteOutcome delete(Handle handle, String id, long rowVersion) {
        String delete = "delete from connreg_connection where id = ? and row_version = ?";
        if (Sql.of(delete, Bound.sought(id), Bound.number(rowVersion)).update(handle) > 0) {
            return WriteOutcome.DONE;
        }
        // Another writer may have brought the row to this version since; it was not there when it counted.
        return whyNot(handle, id, rowVersion).orElse(WriteOutcome.REVISION_MISMATCH);
    }

    /** Why no row had this id and row version; empty if one has. */
    private static Optional<WriteOutcome> whyNot(Handle handle, String id, long rowVersion) {
        Optional<Long> found = Sql.of("select row_version from connreg_connection where id = ?", Bound.sought(id))
                .first(handle, (row, context) -> row.getLong(1));
        if (found.isEmpty()) {
            return Optional.of(WriteOutcome.MISSING);
        }
        return found.get() == rowVersion ? Optional.empty() : Optional.of(WriteOutcome.REVISION_MISMATCH);
    }

    private static List<Argument> columns(Dialect dialect, ConnectionWrite write) {
        ConnectionHead head = write.head();
        return new ArrayList<>(List.of(
                Bound.stored(head.workspaceId()),
                Bound.stored(head.name()),
                dialect.folded(write.terms().foldedName()),
                Bound.stored(head.type().value()),
                Bound.stored(head.accessibility().name()),
                Bound.stored(head.creator()),
                Bound.number(head.createdMicros()),
                Bound.number(head.modifiedMicros()),
                Bound.number(head.revision()),
                Bound.number(head.rowVersion()),
                Bound.chars(write.row().document()),
                Bound.stored(head.id())));
    }

    private static List<Argument> guard(ConnectionWrite write) {
        Argument version = Bound.number(write.guard().version());
        return List.of(version, version);
    }
}
