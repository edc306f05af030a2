package io.connreg.jdbc;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What may be read off a JDBC URL, and shown of it. */
final class StoreUrl {
    private static final Pattern SETTINGS = Pattern.compile("[;?].*", Pattern.DOTALL);
    private static final Pattern SCHEME = Pattern.compile("(jdbc:)?[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern AUTO_SERVER =
            Pattern.compile(";\\s*AUTO_SERVER\\s*=\\s*TRUE", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNNAMED_MEMORY = Pattern.compile("jdbc:h2:mem:(;.*)?", Pattern.DOTALL);

    private StoreUrl() {}

    /** Whether the first process to open an H2 file would let others in by the network. */
    static boolean opensAServer(String url) {
        return AUTO_SERVER.matcher(url).find();
    }

    /** Whether each connection to this URL would see a database of its own. */
    static boolean isUnnamedMemory(String url) {
        return UNNAMED_MEMORY.matcher(url).matches();
    }

    /** The URL without its settings. Of one with user info the scheme alone: where a password ends in it is a guess. */
    static String shown(String url) {
        if (url.contains("@")) {
            Matcher scheme = SCHEME.matcher(url);
            return (scheme.lookingAt() ? scheme.group() : "") + "…";
        }
        return SETTINGS.matcher(url).replaceFirst("");
    }
}
