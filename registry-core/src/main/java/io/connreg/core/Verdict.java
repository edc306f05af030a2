package io.connreg.core;

import io.connreg.ValidationResult.Failure;
import org.jspecify.annotations.Nullable;

/** What a test came to, in the registry's own words: nothing that the far side said is in them. */
final class Verdict {
    private Verdict() {}

    static String of(@Nullable Failure failure, String what) {
        return what + " " + (failure == null ? "works" : predicate(failure));
    }

    private static String predicate(Failure failure) {
        return switch (failure) {
            case UNREACHABLE -> "cannot be reached; check where it leads to, and the network in between";
            case TLS -> "cannot be reached safely; check the certificate of the far side, and that it is for this host";
            case LOGIN_REFUSED -> "was refused the login; check its user and its secrets";
            case FORBIDDEN -> "was let in, but not to what it is for; ask the far side for the right to it";
            case UNAVAILABLE -> "leads to a service that says it cannot serve now; try again later";
            case TIMEOUT -> "gave no answer within the time for a test; check where it leads to, or try again";
            case REDIRECTED ->
                "was sent elsewhere, where secrets are not sent on to; set the place that answers itself";
            case BAD_CONFIGURATION ->
                "cannot work with these configs and secrets; compare them with its type, and with what there is";
            case TARGET_REFUSED ->
                "was not tested: it leads to where the host lets no test connect; set another place, or ask who runs it";
            case NOT_SUCH_A_SERVICE -> "leads to a service of another kind; check where it leads to";
            case NO_PROBE ->
                "was not tested: there is no probe for its type; add one by the builder's probe method, a module"
                        + " that has one, or the driver that the log names";
            case BUSY -> "was not tested: as many tests as may are under way; try again later";
            case PROBE_FAILED -> "was not tested: the probe itself failed; the log says with what";
        };
    }
}
