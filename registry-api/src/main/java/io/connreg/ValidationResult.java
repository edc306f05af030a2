package io.connreg;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What testing a connection came to. A test that failed is an answer too, not an exception.
 *
 * @param failure what is wrong; null if the connection works
 * @param message a sentence for people, made by the registry alone: nothing that the far side or a driver said is in it
 * @param latency how long the test itself took; zero if none was made
 */
public record ValidationResult(@Nullable Failure failure, String message, Duration latency) {

    /** Why a connection does not work, or could not be tested. */
    public enum Failure {
        /** No such host, or nothing answers there. */
        UNREACHABLE,
        /** The far side's certificate is not trusted or not for this host, or there is no common protocol. */
        TLS,
        /** The far side does not know the login, the key or the token. */
        LOGIN_REFUSED,
        /** The far side knows the login and does not let it do what the connection is for. */
        FORBIDDEN,
        /** The far side says that it cannot serve now: it is starting, overloaded or out of order. */
        UNAVAILABLE,
        /** There was no answer within the time that a test may take. */
        TIMEOUT,
        /** The far side sends callers elsewhere. Secrets are not sent on, so nothing is known of the place. */
        REDIRECTED,
        /** The configs or secrets are not such that a connection could be tried, or name what is not there. */
        BAD_CONFIGURATION,
        /** It leads to an address that the host does not let tests connect to. */
        TARGET_REFUSED,
        /** Something answers, but not a service of this connection's type. */
        NOT_SUCH_A_SERVICE,
        /** The registry has no probe for this type, or the probe no driver: nothing was tried. */
        NO_PROBE,
        /** As many tests as may are under way, or do not end: nothing was tried. */
        BUSY,
        /** The probe itself failed, so nothing is known of the connection; the log says with what. */
        PROBE_FAILED
    }

    public ValidationResult {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(latency, "latency");
    }

    /** Whether the connection works. */
    public boolean isSuccess() {
        return failure == null;
    }
}
