package io.connreg.wire;

import java.util.Map;
import java.util.regex.Pattern;

/** Where the registry found a problem, as the fields are called on the wire. */
final class WirePath {
    /** Those that are not just the Java name with a capital. */
    private static final Map<String, String> NAMES = Map.of(
            "name", "ConnectionName",
            "nameContains", "ConnectionName",
            "type", "ConnectionType",
            "types", "ConnectionTypes",
            "ids", "ConnectionIds",
            "pageSize", "MaxResults",
            "after", "NextToken");

    /** Of fields within these every name is ours; in configs and secrets the keys are the users'. */
    private static final Pattern NESTED = Pattern.compile("(models\\[\\d+\\]|resourceMeta)\\.(.+)");

    private WirePath() {}

    static String of(String path) {
        var nested = NESTED.matcher(path);
        return nested.matches() ? capital(nested.group(1)) + "." + capital(nested.group(2)) : field(path);
    }

    private static String field(String path) {
        return NAMES.getOrDefault(path, capital(path));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
