package io.connreg.jdbc;

import io.connreg.RegistrySetupException;
import io.connreg.StorageException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns what JDBC, JDBI and the pool throw into what the registry throws. A driver's message may hold the values of
 * the row it was about; so nothing of it is kept but its SQLState and vendor code.
 */
final class SqlFailures {
    private static final int SHOWN_SUBJECT = 64;

    private SqlFailures() {}

    /** Whether a unique constraint refused the statement. */
    static boolean isDuplicate(Throwable failure) {
        SQLException sql = sqlOf(failure);
        return sql != null && "23505".equals(sql.getSQLState());
    }

    /** Whether another transaction held what the statement needed, for longer than H2 waits. */
    static boolean isLockTimeout(Throwable failure) {
        SQLException sql = sqlOf(failure);
        return sql != null && "HYT00".equals(sql.getSQLState());
    }

    /** Whether H2 has closed the database under its connections, as it does after an interrupt or a full disk. */
    static boolean isDatabaseClosed(Throwable failure) {
        SQLException sql = sqlOf(failure);
        return sql != null && (sql.getErrorCode() == 90098 || sql.getErrorCode() == 90121);
    }

    /** An operation failed. */
    static StorageException storage(String attempt, String subject, String store, Throwable failure) {
        SQLException sql = sqlOf(failure);
        if (failure instanceof NotFlushedException) {
            return new StorageException("Could " + attempt + shownSubject(subject) + " in " + store
                    + ", but not make sure that it is on disk" + codes(sql)
                    + ": it can be read, and may be lost in a crash. Look whether the disk is full or the database user"
                    + " is no admin any more.");
        }
        return new StorageException(
                "Could not " + attempt + shownSubject(subject) + " in " + store + codes(sql) + ": " + whenWorking(sql));
    }

    /** The tables could not be made, since that is done under a lock on a connection of its own. */
    static RegistrySetupException noSecondConnection(String store, Throwable failure) {
        return new RegistrySetupException("Could not make or update the tables in " + store + codes(sqlOf(failure))
                + ": a second connection is needed for a moment and was not to be had. Let the pool have two.");
    }

    /** A store could not be opened. */
    static RegistrySetupException setup(String attempt, String store, Throwable failure) {
        SQLException sql = sqlOf(failure);
        return new RegistrySetupException("Could not " + attempt + " " + store + codes(sql) + ": " + whenOpening(sql));
    }

    private static String whenOpening(@Nullable SQLException sql) {
        if (sql == null) {
            return "the connection pool failed.";
        }
        return switch (sql.getErrorCode()) {
            case 90020 ->
                "another process has the database open. Close it there: a registry in a file is one process's.";
            case 28000 -> "the user or the password is wrong.";
            case 90040, 90096 ->
                "the database user may not do this. H2 lets only an admin make writes durable: let an"
                        + " admin run ALTER USER … ADMIN TRUE for this user.";
            case 90146, 90013 -> "there is no such database, and the URL or the server forbids to create it.";
            case 90011 -> "a relative path must begin with ./ or ~/, as in jdbc:h2:./data/registry.";
            case 90046, 90113 -> "the URL is not one of H2's, or has a setting that this version of H2 does not know.";
            case 90067 -> "the server does not answer.";
            case 90097 -> "the database is read-only.";
            case 90030, 90048, 90049 ->
                "the file is damaged, of another version of H2, or encrypted with another password.";
            default ->
                "08001".equals(sql.getSQLState())
                        ? "no JDBC driver takes this URL. Put com.h2database:h2 on the class path or module path."
                        : "the database reported an error.";
        };
    }

    private static String whenWorking(@Nullable SQLException sql) {
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        return switch (state) {
            case "23505" -> "the id is in use. Nothing was written.";
            case "22001" -> "a value is longer than its column. Nothing was written.";
            case "40001", "HYT00", "57014" ->
                "another transaction was in the way, or it took too long. Nothing was written; try again.";
            case "42S02", "42S03", "42S04", "42S22" -> "a table of the registry is missing or was changed.";
            default ->
                (isLost(state) ? "there is no connection to the database." : "the database reported an error.")
                        + " If it was a write, read again to know whether it happened.";
        };
    }

    /** Whether the connection broke, was closed, or was not to be had in time. */
    private static boolean isLost(String state) {
        return state.startsWith("08") || Set.of("90067", "90098", "90121").contains(state);
    }

    private static String codes(@Nullable SQLException sql) {
        return sql == null ? "" : " (SQLState " + sql.getSQLState() + ", vendor code " + sql.getErrorCode() + ")";
    }

    private static String shownSubject(String subject) {
        boolean plain =
                subject.length() <= SHOWN_SUBJECT && subject.codePoints().noneMatch(Character::isISOControl);
        return subject.isEmpty() ? "" : plain ? " '" + subject + "'" : " of an id that is none";
    }

    /** The innermost SQLException: pools wrap the driver's. */
    private static @Nullable SQLException sqlOf(Throwable failure) {
        SQLException found = null;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }
}
