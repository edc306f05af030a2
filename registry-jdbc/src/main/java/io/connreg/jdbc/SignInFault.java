package io.connreg.jdbc;

import io.connreg.ValidationResult.Failure;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Set;
import javax.net.ssl.SSLException;

/** What it means that a driver could not sign in, by SQLState, vendor code and kinds of causes; never by text. */
final class SignInFault {
    /** The server wants a way to sign in that would show the password, or has no TLS; MySQL's has no class of its own. */
    private static final Set<String> NOT_SAFELY = Set.of("08004", "S1009");

    private static final String PROTOCOL_VIOLATION = "08P01";
    /** Of PostgreSQL: resources, operator's intervention, system, internal. */
    private static final Set<String> OUT_OF_ORDER = Set.of("53", "57", "58", "XX");
    /** Of SQL Server. */
    private static final int LOGIN_FAILED = 18_456;

    private static final int CANNOT_OPEN_DATABASE = 4_060;
    /** Of MariaDB and MySQL: from this host nobody may. */
    private static final Set<Integer> HOST_REFUSED = Set.of(1_129, 1_130);

    private SignInFault() {}

    static Failure of(SQLException failure, boolean verified) {
        if (isCausedBy(failure, SSLException.class) || isCausedBy(failure, CertificateException.class)) {
            return Failure.TLS;
        }
        if (isCausedBy(failure, SocketTimeoutException.class)) {
            return Failure.TIMEOUT;
        }
        int code = failure.getErrorCode();
        if (code == LOGIN_FAILED || HOST_REFUSED.contains(code)) {
            return Failure.LOGIN_REFUSED;
        }
        if (code == CANNOT_OPEN_DATABASE) {
            return Failure.BAD_CONFIGURATION;
        }
        return switch (SqlFault.of(failure)) {
            case WRONG_LOGIN -> Failure.LOGIN_REFUSED;
            case NOT_ALLOWED -> Failure.FORBIDDEN;
            case NO_DATABASE -> Failure.BAD_CONFIGURATION;
            case TOO_MANY_CONNECTIONS -> Failure.UNAVAILABLE;
            default -> byState(failure, verified);
        };
    }

    private static Failure byState(SQLException failure, boolean verified) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (NOT_SAFELY.contains(state)) {
            return Failure.TLS;
        }
        if (state.equals(PROTOCOL_VIOLATION)) {
            return Failure.NOT_SUCH_A_SERVICE;
        }
        if (state.startsWith("08")) {
            // MariaDB's driver has these states too for a server without TLS, or with a certificate of another name.
            return verified && !isCausedBy(failure, IOException.class) ? Failure.TLS : Failure.UNREACHABLE;
        }
        return state.length() == 5 && OUT_OF_ORDER.contains(state.substring(0, 2))
                ? Failure.UNAVAILABLE
                : Failure.NOT_SUCH_A_SERVICE;
    }

    private static boolean isCausedBy(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (kind.isInstance(at)) {
                return true;
            }
        }
        return false;
    }
}
