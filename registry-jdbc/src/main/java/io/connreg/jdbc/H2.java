package io.connreg.jdbc;

import io.connreg.RegistrySetupException;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** What H2 needs so that an acknowledged write stays. */
final class H2 {
    private static final String IN_MEMORY = "";

    private final String flush;

    private H2(String flush) {
        this.flush = flush;
    }

    static H2 prepare(Handle handle, String shown, Durability durability) {
        requireH2(handle, shown);
        boolean inMemory = Sql.of("call database_path()")
                .list(handle, (row, context) -> row.getString(1) == null)
                .contains(true);
        if (inMemory) {
            return new H2(IN_MEMORY);
        }
        // Commits then write at once, which costs less than leaving it to the checkpoint behind each of them. Any
        // other connection can set it back, so that nothing but the speed depends on it.
        execute(handle, "set write_delay 0");
        execute(handle, durability.flush());
        return new H2(durability.flush());
    }

    /** Writes what is committed to disk. By default H2 would acknowledge half a second earlier than that. */
    void flush(Handle handle) {
        if (!flush.equals(IN_MEMORY)) {
            try {
                execute(handle, flush);
            } catch (JdbiException e) {
                throw new NotFlushedException(e);
            }
        }
    }

    private static void execute(Handle handle, String statement) {
        Sql.of(statement).update(handle);
    }

    private static void requireH2(Handle handle, String shown) {
        try {
            DatabaseMetaData database = handle.getConnection().getMetaData();
            if (!database.getDatabaseProductName().equals("H2") || database.getDatabaseMajorVersion() < 2) {
                throw new RegistrySetupException(
                        "Cannot keep a registry in " + shown
                                + ": it is not an H2 database of version 2, the only kind this version of registry-jdbc knows.");
            }
        } catch (SQLException e) {
            throw SqlFailures.setup("prepare", shown, e);
        }
    }
}
