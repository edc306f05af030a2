package io.connreg.probe;

import io.connreg.ValidationResult.Failure;
import io.connreg.spec.KeySchema.Form;
import io.connreg.spi.ProbeException;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is.
 *
 * @param host in ASCII, an IPv6 address without brackets
 * @param authority as a request names host and port
 * @param path empty or beginning with a slash, of visible ASCII alone
 */
record HttpTarget(boolean tls, String host, int port, String authority, String path) {
    /** No user info, no query, no fragment: what is in them would be a secret, or be lost. */
    private static final Pattern URL = Pattern.compile(
            "(?:(?<scheme>https?)://)?(?<host>\\[[0-9a-f:.]+]|[^\\[\\]/?#@:\\\\%]+)(?::(?<port>[0-9]{1,5}))?"
                    + "(?<path>/[!-~&&[^?#\\\\]]*)?",
            Pattern.CASE_INSENSITIVE);

    /**
     * Reads an address with or without a scheme; without one it is {@code https}.
     *
     * @throws ProbeException if it is none
     */
    static HttpTarget of(String url) throws ProbeException {
        Matcher parts = URL.matcher(url);
        if (!parts.matches() || !Form.HOST.accepts(parts.group("host"))) {
            throw new ProbeException(Failure.BAD_CONFIGURATION);
        }
        boolean tls = parts.group("scheme") == null
                || parts.group("scheme").toLowerCase(Locale.ROOT).equals("https");
        String host = ascii(parts.group("host"));
        String path = parts.group("path") == null ? "" : parts.group("path").replaceFirst("/+$", "");
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return new HttpTarget(tls, bare, port(parts.group("port"), tls ? 443 : 80), host + port(parts), path);
    }

    private static String ascii(String host) throws ProbeException {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException e) {
            throw new ProbeException(Failure.BAD_CONFIGURATION);
        }
    }

    private static int port(@Nullable String written, int usual) throws ProbeException {
        if (written == null) {
            return usual;
        }
        if (!Form.PORT.accepts(written)) {
            throw new ProbeException(Failure.BAD_CONFIGURATION);
        }
        return Integer.parseInt(written);
    }

    private static String port(Matcher parts) {
        return parts.group("port") == null ? "" : ":" + parts.group("port");
    }

    /** The same service, further down. */
    HttpTarget plus(String more) {
        return new HttpTarget(tls, host, port, authority, path + more);
    }
}
