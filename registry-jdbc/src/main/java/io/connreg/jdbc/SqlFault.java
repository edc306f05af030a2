package io.connreg.jdbc;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, by SQLState and vendor code alone: exception classes and messages differ by driver. H2's codes have
 * five digits, MariaDB's four; PostgreSQL has none.
 */
enum SqlFault {
    /** A unique constraint refused the statement. */
    DUPLICATE("23505", "1062"),
    TOO_LONG("22001", "1406"),
    /** Another transaction was in the way; the same again may succeed. */
    CONFLICT("40001", "40P01", "55P03", "HYT00", "1205", "1213"),
    TOO_SLOW("57014", "1969", "3024"),
    /** The connection broke, was closed, or was not to be had in time. */
    LOST("25P03", "25P04", "57P01", "57P02", "57P03", "90028", "90031", "90067", "90098", "90121", "1053", "1927"),
    NO_TABLE("42S02", "42S03", "42S04", "42S22", "42P01", "42703"),
    WRONG_LOGIN("28000", "28P01", "1045"),
    NOT_ALLOWED("42501", "90040", "90096", "1044", "1142", "1227"),
    NO_DATABASE("3D000", "90146", "90013", "1049"),
    READ_ONLY("25006", "90097", "1290"),
    TOO_MANY_CONNECTIONS("53300", "1040", "1203"),
    DISK_FULL("53100", "1021", "1114"),
    OPEN_ELSEWHERE("90020"),
    RELATIVE_PATH("90011"),
    BAD_URL("90046", "90113"),
    DAMAGED("90030", "90048", "90049", "XX001", "XX002"),
    OTHER;

    private static final String CLASS_OF_LOST_CONNECTIONS = "08";

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> codes;

    SqlFault(String... codes) {
        this.codes = Set.of(codes);
    }

    static SqlFault of(@Nullable Throwable failure) {
        SQLException sql = innermost(failure);
        if (sql == null) {
            return OTHER;
        }
        String state = sql.getSQLState() == null ? "" : sql.getSQLState();
        for (SqlFault fault : values()) {
            if (fault.codes.contains(state) || fault.codes.contains(Integer.toString(sql.getErrorCode()))) {
                return fault;
            }
        }
        return state.startsWith(CLASS_OF_LOST_CONNECTIONS) ? LOST : OTHER;
    }

    /** What the driver threw: pools and JDBI wrap it. */
    static @Nullable SQLException innermost(@Nullable Throwable failure) {
        SQLException found = null;
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }
}
