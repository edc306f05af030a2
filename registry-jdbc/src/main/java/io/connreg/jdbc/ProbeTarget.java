package io.connreg.jdbc;

import io.connreg.Secret;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.HologresSpec;
import io.connreg.spec.RdsSpec;
import io.connreg.spi.ProbeException;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A database as a connection names it, and who signs in.
 *
 * @param host in ASCII, an IPv6 address without brackets
 * @param verified whether TLS is asked for, and then checked against the host
 */
record ProbeTarget(
        String kind, String host, int port, String database, String user, Secret password, boolean verified) {
    /** What could end the name in a URL, or mean something there. */
    private static final Pattern NAME = Pattern.compile("[^?&;#/\\\\%\\p{Cntrl}]+");

    private static final Set<String> PLAIN = Set.of("disable", "allow", "prefer");
    private static final Set<String> VERIFIED = Set.of("require", "verify-ca", "verify-full");

    /** @throws ProbeException if a value is not such that a URL can be made of it */
    static ProbeTarget of(ConnectionSpec spec) throws ProbeException {
        boolean verified = verified(Optional.ofNullable(spec.configs().get("sslmode")));
        if (spec instanceof HologresSpec hologres) {
            return new ProbeTarget(
                    "hologres",
                    host(hologres.host()),
                    hologres.port(),
                    database(hologres.database()),
                    hologres.user(),
                    hologres.password(),
                    verified);
        }
        RdsSpec rds = (RdsSpec) spec;
        return new ProbeTarget(
                rds.type(),
                host(rds.host()),
                rds.port(),
                database(rds.database()),
                rds.username(),
                rds.password(),
                verified);
    }

    /** The one config that is allowed to say something to a driver. */
    private static boolean verified(Optional<String> mode) throws ProbeException {
        String written = mode.map(value -> value.toLowerCase(Locale.ROOT)).orElse("disable");
        if (!PLAIN.contains(written) && !VERIFIED.contains(written)) {
            throw new ProbeException(Failure.BAD_CONFIGURATION);
        }
        return VERIFIED.contains(written);
    }

    private static String host(String written) throws ProbeException {
        String bare =
                written.startsWith("[") && written.endsWith("]") ? written.substring(1, written.length() - 1) : written;
        if (bare.contains("%")) {
            throw new ProbeException(Failure.BAD_CONFIGURATION);
        }
        try {
            return IDN.toASCII(bare);
        } catch (IllegalArgumentException e) {
            throw new ProbeException(Failure.BAD_CONFIGURATION);
        }
    }

    private static String database(String name) throws ProbeException {
        if (!NAME.matcher(name).matches()) {
            throw new ProbeException(Failure.BAD_CONFIGURATION);
        }
        return name;
    }

    /** As a URL has it. */
    String hostAndPort() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
