package io.connreg.jdbc;

import java.util.regex.Pattern;

/** What may be read off a JDBC URL, and shown of it. */
final class StoreUrl {
    private static final Pattern SETTINGS = Pattern.compile("[;?].*", Pattern.DOTALL);
    private static final Pattern USER_INFO = Pattern.compile("//[^/]*@");
    private static final Pattern UNNAMED_MEMORY = Pattern.compile("jdbc:h2:mem:(;.*)?", Pattern.DOTALL);

    private StoreUrl() {}

    static boolean isH2(String url) {
        return url.startsWith("jdbc:h2:");
    }

    /** Whether each connection to this URL would see a database of its own. */
    static boolean isUnnamedMemory(String url) {
        return UNNAMED_MEMORY.matcher(url).matches();
    }

    /** The URL without what may hold a password: user info, settings and query. */
    static String shown(String url) {
        String bare = SETTINGS.matcher(url).replaceFirst("");
        return USER_INFO.matcher(bare).replaceFirst("//");
    }
}
