package io.connreg.jdbc;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * A JDBC URL in two: an address, which drivers write into their logs, and who signs in, which they do not. What a driver
 * might read otherwise than it is read here stays in the address.
 *
 * @param address the URL without user and password
 * @param login user and password, as far as the URL had them, as drivers take them
 */
record UrlLogin(String address, Properties login) {

    static UrlLogin of(String url) {
        boolean h2 = url.startsWith("jdbc:h2:");
        String separator = h2 ? ";" : "&";
        int begin = url.indexOf(h2 ? ';' : '?');
        Properties login = new Properties();
        if (begin < 0) {
            return new UrlLogin(url, login);
        }
        List<String> settings = new ArrayList<>();
        for (String setting : url.substring(begin + 1).split(separator, -1)) {
            int equals = Math.max(0, setting.indexOf('='));
            String key = h2 ? setting.substring(0, equals).toLowerCase(Locale.ROOT) : setting.substring(0, equals);
            Optional<String> value = key.equals("user") || key.equals("password")
                    ? value(url, setting.substring(equals + 1))
                    : Optional.empty();
            if (value.isEmpty() || login.putIfAbsent(key, value.get()) != null) {
                settings.add(setting);
            }
        }
        String kept = settings.isEmpty() ? "" : url.charAt(begin) + String.join(separator, settings);
        return new UrlLogin(url.substring(0, begin) + kept, login);
    }

    /** Nothing of it: a password may be left in the address, too. */
    @Override
    public String toString() {
        return "UrlLogin(***)";
    }

    /** PostgreSQL's driver decodes it, MariaDB's takes it as it stands, MySQL's decodes it; H2 escapes by backslashes. */
    private static Optional<String> value(String url, String text) {
        if (url.startsWith("jdbc:h2:")) {
            return Optional.of(text).filter(plain -> url.indexOf('\\') < 0);
        }
        if (url.startsWith("jdbc:mariadb:")) {
            return Optional.of(text);
        }
        try {
            return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8))
                    .filter(decoded -> url.startsWith("jdbc:postgresql:") || decoded.equals(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
