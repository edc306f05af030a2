package io.connreg.wire;

import io.connreg.Problem;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The parameters of a URL, read by name; what has not the wanted form becomes a problem. An empty one is absent. */
final class WireQuery {
    private static final int LONGEST = 64 * 1024;

    private final Map<String, String> parameters = new TreeMap<>();
    private final List<Problem> problems;
    private final Set<String> read = new TreeSet<>();

    /** @param raw what stands behind the question mark, still encoded; null or empty if nothing does */
    WireQuery(@Nullable String raw, List<Problem> problems) {
        this.problems = problems;
        if (raw == null) {
            return;
        }
        if (raw.length() > LONGEST) {
            problems.add(new Problem("query", Problem.TOO_LARGE, "may have at most " + LONGEST + " characters"));
            return;
        }
        Arrays.stream(raw.split("&")).filter(part -> !part.isEmpty()).forEach(this::add);
    }

    private void add(String part) {
        int equals = part.indexOf('=');
        try {
            String name = decode(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decode(part.substring(equals + 1));
            if (parameters.put(name, value) != null) {
                malformed(name, "must be given once, several values with commas between them");
            }
        } catch (IllegalArgumentException notPercentEncoded) {
            malformed("query", "is not percent-encoded: % must be followed by two hexadecimal digits");
        }
    }

    private static String decode(String encoded) {
        return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    }

    Optional<String> text(String name) {
        read.add(name);
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** Several values with commas between them, each once; none if the parameter is absent. */
    String[] texts(String name) {
        return text(name).stream()
                .flatMap(joined -> Arrays.stream(joined.split(",")))
                .filter(value -> !value.isBlank())
                .distinct()
                .toArray(String[]::new);
    }

    Optional<Boolean> bool(String name) {
        Optional<String> text = text(name);
        if (text.filter(value -> !value.equals("true") && !value.equals("false"))
                .isPresent()) {
            malformed(name, "must be true or false");
            return Optional.empty();
        }
        return text.map(Boolean::valueOf);
    }

    Optional<Integer> number(String name) {
        try {
            return text(name).map(Integer::valueOf);
        } catch (NumberFormatException e) {
            malformed(name, "must be a whole number");
            return Optional.empty();
        }
    }

    /** Makes a problem of each parameter that nobody asked for. */
    void refuseTheRest() {
        parameters.keySet().stream()
                .filter(name -> !read.contains(name))
                .forEach(name -> problems.add(UnknownField.problem("", name, read)));
    }

    private void malformed(String name, String message) {
        problems.add(new Problem(name, Problem.MALFORMED, message));
    }
}
