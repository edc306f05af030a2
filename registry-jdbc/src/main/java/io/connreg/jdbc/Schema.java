package io.connreg.jdbc;

import io.connreg.RegistrySetupException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Brings the tables to this version of the library, or refuses those it must not touch. */
final class Schema {
    private final Dialect dialect;
    private final String tablePrefix;
    private final String shown;

    Schema(Dialect dialect, String tablePrefix, String shown) {
        this.dialect = dialect;
        this.tablePrefix = tablePrefix;
        this.shown = shown;
    }

    /** All statements of all steps. */
    static String script(Dialect dialect, String tablePrefix) {
        StringBuilder script = new StringBuilder();
        for (Migration migration : Migration.ALL) {
            migration
                    .statements(dialect)
                    .forEach(statement -> script.append(statement).append(";\n\n"));
            script.append(historyOf(migration)).append(";\n");
        }
        return Statements.named(script.toString(), tablePrefix);
    }

    /** Takes a second connection for a moment if there is something to do. */
    void bringUpToDate(Handle handle, Supplier<Handle> another) {
        if (pending(handle).isEmpty()) {
            return;
        }
        try (Handle lock = second(another)) {
            SchemaLock.whileHeld(
                    lock, dialect, held -> pending(handle).forEach(migration -> apply(handle, migration, held)));
        }
    }

    private Handle second(Supplier<Handle> another) {
        try {
            return another.get();
        } catch (JdbiException e) {
            throw SqlFailures.noSecondConnection(shown, e);
        }
    }

    private List<Migration> pending(Handle handle) {
        List<Applied> history = history(handle);
        int oldestUsable =
                history.stream().mapToInt(Applied::oldestUsable).max().orElse(0);
        if (oldestUsable > Migration.latest()) {
            throw new RegistrySetupException("Cannot use the registry in " + shown
                    + ": a newer version of the library has changed its tables. This one knows schema version "
                    + Migration.latest() + ", the tables need " + oldestUsable + ". Update registry-jdbc.");
        }
        return Migration.ALL.stream()
                .filter(migration -> history.stream().noneMatch(applied -> applied.version() == migration.version()))
                .toList();
    }

    /** The history is written last, so that a step cut off anywhere is begun anew. */
    private void apply(Handle handle, Migration migration, Runnable held) {
        for (String statement : migration.statements(dialect)) {
            Sql.of(statement).update(handle);
            held.run();
        }
        Sql.of(historyOf(migration)).update(handle);
    }

    private static String historyOf(Migration migration) {
        return "insert into connreg_schema (version, oldest_usable, applied_micros) values (" + migration.version()
                + ", " + migration.oldestUsable() + ", " + ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())
                + ")";
    }

    private List<Applied> history(Handle handle) {
        // Asked first, as H2 writes each failed statement into a trace file beside the database.
        return hasTable(handle, tablePrefix + "schema")
                ? Sql.of("select version, oldest_usable from connreg_schema")
                        .list(handle, (row, context) -> new Applied(row.getInt(1), row.getInt(2)))
                : List.of();
    }

    /** By the driver's metadata, since the database's own tables are called differently from mode to mode. */
    private boolean hasTable(Handle handle, String name) {
        Connection connection = handle.getConnection();
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (tables.next()) {
                if (tables.getString("TABLE_NAME").equalsIgnoreCase(name)) {
                    return true;
                }
            }
            return false;
        } catch (SQLException e) {
            throw SqlFailures.setup("prepare", shown, e);
        }
    }

    /** A row of the history. */
    private record Applied(int version, int oldestUsable) {}
}
