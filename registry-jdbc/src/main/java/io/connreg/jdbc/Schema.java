package io.connreg.jdbc;

import io.connreg.RegistrySetupException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/**
 * Brings the tables to this version of the library, or refuses those it must not touch.
 *
 * <p>Starters do not lock one another out: H2 commits with each DDL statement, so a lock would need a second
 * connection, which a host's pool may not have. Instead each statement of a {@link Migration} does nothing where
 * another starter was first.
 */
final class Schema {
    private Schema() {}

    static void bringUpToDate(Handle handle, String shown) {
        List<Applied> history = history(handle);
        int oldestUsable =
                history.stream().mapToInt(Applied::oldestUsable).max().orElse(0);
        if (oldestUsable > Migration.latest()) {
            throw new RegistrySetupException("Cannot use the registry in " + shown
                    + ": a newer version of the library has changed its tables. This one knows schema version "
                    + Migration.latest() + ", the tables need " + oldestUsable + ". Update registry-jdbc.");
        }
        for (Migration migration : Migration.ALL) {
            if (history.stream().noneMatch(applied -> applied.version() == migration.version())) {
                apply(handle, migration);
            }
        }
    }

    private static void apply(Handle handle, Migration migration) {
        migration.statements().forEach(statement -> run(handle, statement));
        try {
            Sql.of(
                            "insert into connreg_schema (version, oldest_usable, applied_micros) values (?, ?, ?)",
                            Bound.number(migration.version()),
                            Bound.number(migration.oldestUsable()),
                            Bound.number(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())))
                    .update(handle);
        } catch (JdbiException e) {
            // Refused as a duplicate, another starter has finished the same step.
            if (!SqlFailures.isDuplicate(e)) {
                throw e;
            }
        }
    }

    private static void run(Handle handle, String statement) {
        try {
            Sql.of(statement).update(handle);
        } catch (JdbiException e) {
            // H2's CREATE INDEX IF NOT EXISTS fails where another starter creates it at the same time. It is there
            // then, and the second run does nothing; what fails for another reason fails again.
            Sql.of(statement).update(handle);
        }
    }

    private static List<Applied> history(Handle handle) {
        try {
            return Sql.of("select version, oldest_usable from connreg_schema")
                    .list(handle, (row, context) -> new Applied(row.getInt(1), row.getInt(2)));
        } catch (JdbiException e) {
            if (SqlFailures.isTableMissing(e)) {
                return List.of();
            }
            throw e;
        }
    }

    /** A row of the history. */
    private record Applied(int version, int oldestUsable) {}
}
