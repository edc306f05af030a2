package io.connreg.jdbc;

import io.connreg.RegistrySetupException;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.argument.Argument;

/** H2, version 2. It acknowledges before it writes, unless told otherwise. */
final class H2 implements Dialect {
    private static final int OLDEST = 2;

    @Override
    public List<String> urls() {
        return List.of("jdbc:h2:");
    }

    @Override
    public List<String> products() {
        return List.of("H2");
    }

    @Override
    public String driver() {
        return "com.h2database:h2";
    }

    @Override
    public String scripts() {
        return "h2";
    }

    @Override
    public String sessionSetup(JdbcOptions options) {
        return "set query_timeout " + options.statementTimeout().toMillis();
    }

    @Override
    public Flush prepare(Handle handle, Durability durability, String shown) {
        requireVersion(handle, shown);
        boolean inMemory = Sql.of("call database_path()")
                .list(handle, (row, context) -> row.getString(1) == null)
                .contains(true);
        if (inMemory) {
            return Flush.NONE;
        }
        // Commits then write at once, which costs less than leaving it to the checkpoint behind each of them. Any
        // other connection can set it back, so that nothing but the speed depends on it.
        Sql.of("set write_delay 0").update(handle);
        Sql checkpoint = Sql.of(durability == Durability.POWER_LOSS ? "checkpoint sync" : "checkpoint");
        checkpoint.update(handle);
        return working -> flush(working, checkpoint);
    }

    /** Writes what is committed to disk. By default H2 would acknowledge half a second earlier than that. */
    private static void flush(Handle handle, Sql checkpoint) {
        try {
            checkpoint.update(handle);
        } catch (JdbiException e) {
            throw new NotFlushedException(e);
        }
    }

    private static void requireVersion(Handle handle, String shown) {
        try {
            if (handle.getConnection().getMetaData().getDatabaseMajorVersion() < OLDEST) {
                throw new RegistrySetupException(
                        "Cannot keep a registry in " + shown + ": it is H2, but not of version 2.");
            }
        } catch (SQLException e) {
            throw SqlFailures.setup("prepare", shown, e);
        }
    }

    /**
     * Where H2 stored while another transaction was being committed, and the process was killed then, acknowledged writes
     * were lost and indexes damaged.
     */
    @Override
    public boolean writesQueue() {
        return true;
    }

    @Override
    public Argument folded(String text) {
        return Bound.chars(text);
    }

    /** An empty part is in every name; in H2's Oracle mode it would be null. */
    @Override
    public String foldedNameHolds() {
        return "position(?, c.folded_name) > 0";
    }
}
