package io.connreg.jdbc;

import io.connreg.RegistrySetupException;
import io.connreg.StorageException;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;

/**
 * Turns what JDBC, JDBI and the pool throw into what the registry throws. A driver's message may hold the values of
 * the row it was about; so nothing of it is kept but its SQLState and vendor code.
 */
final class SqlFailures {
    private static final int SHOWN_SUBJECT = 64;

    private SqlFailures() {}

    static boolean isDuplicate(Throwable failure) {
        return SqlFault.of(failure) == SqlFault.DUPLICATE;
    }

    static boolean isConflict(Throwable failure) {
        return SqlFault.of(failure) == SqlFault.CONFLICT;
    }

    static boolean isLost(Throwable failure) {
        return SqlFault.of(failure) == SqlFault.LOST;
    }

    /** An operation failed. */
    static StorageException storage(String attempt, String subject, String store, Throwable failure) {
        String done = attempt + shownSubject(subject) + " in " + store;
        String codes = codes(failure);
        if (failure instanceof NotFlushedException) {
            return new StorageException("Could " + done + ", but not make sure that it is on disk" + codes
                    + ": it can be read, and may be lost in a crash. Look whether the disk is full or the database user"
                    + " is no admin any more.");
        }
        return new StorageException("Could not " + done + codes + ": " + whenWorking(failure));
    }

    private static String whenWorking(Throwable failure) {
        if (failure instanceof IdInUseException) {
            return "the id is in use. Nothing was written.";
        }
        if (failure instanceof LostConnectionException) {
            return "the connection to the database was lost. If it was a write, read again to know whether it happened.";
        }
        if (failure.getCause() instanceof TransactionBoundException) {
            return "the host's DataSource gave the connection of a transaction that the host has open. Give the registry"
                    + " the DataSource behind it, which knows nothing of transactions. Nothing was written.";
        }
        return switch (SqlFault.of(failure)) {
            case LOST -> "there is no connection to the database. Nothing was written.";
            case TOO_LONG -> "a value is longer than its column. Nothing was written.";
            case CONFLICT, TOO_SLOW ->
                "another transaction was in the way, or it took too long. Nothing was written; try again.";
            case NO_TABLE -> "a table of the registry is missing or was changed.";
            case DISK_FULL -> "the database's disk is full. Nothing was written.";
            case READ_ONLY -> "the database is read-only. Nothing was written.";
            case TOO_MANY_CONNECTIONS -> "the database takes no more connections. Nothing was written.";
            default ->
                failure instanceof ConnectionException
                        ? "no connection to the database was free in time. Nothing was written."
                        : "the database reported an error. If it was a write, read again to know whether it happened.";
        };
    }

    /** The tables could not be made, since that is done under a lock on a connection of its own. */
    static RegistrySetupException noSecondConnection(String store, Throwable failure) {
        return new RegistrySetupException("Could not make or update the tables in " + store + codes(failure)
                + ": a second connection is needed for a moment and was not to be had. Let the pool have two.");
    }

    /** A store could not be opened. */
    static RegistrySetupException setup(String attempt, String store, Throwable failure) {
        return new RegistrySetupException(
                "Could not " + attempt + " " + store + codes(failure) + ": " + whenOpening(failure));
    }

    private static String whenOpening(Throwable failure) {
        return switch (SqlFault.of(failure)) {
            case OPEN_ELSEWHERE ->
                "another process has the database open. Close it there: a registry in a file is one process's.";
            case WRONG_LOGIN -> "the user or the password is wrong.";
            case NOT_ALLOWED ->
                "the database user may not do this. H2 lets only an admin make writes durable: let an admin run ALTER USER"
                        + " … ADMIN TRUE for this user. Elsewhere, if it was about making tables: let an admin run what"
                        + " JdbcStores.ddl prints.";
            case NO_DATABASE -> "there is no such database, and the URL or the server forbids to create it.";
            case RELATIVE_PATH -> "a relative path must begin with ./ or ~/, as in jdbc:h2:./data/registry.";
            case BAD_URL -> "the URL is not one of H2's, or has a setting that this version of H2 does not know.";
            case LOST -> "the server does not answer.";
            case TOO_MANY_CONNECTIONS -> "the database takes no more connections.";
            case READ_ONLY -> "the database is read-only.";
            case DAMAGED -> "the file is damaged, of another version of H2, or encrypted with another password.";
            default -> "the database reported an error.";
        };
    }

    private static String codes(Throwable failure) {
        SQLException sql = SqlFault.innermost(failure);
        return sql == null || sql instanceof TransactionBoundException
                ? ""
                : " (SQLState " + sql.getSQLState() + ", vendor code " + sql.getErrorCode() + ")";
    }

    private static String shownSubject(String subject) {
        boolean plain =
                subject.length() <= SHOWN_SUBJECT && subject.codePoints().noneMatch(Character::isISOControl);
        return subject.isEmpty() ? "" : plain ? " '" + subject + "'" : " of an id that is none";
    }
}
