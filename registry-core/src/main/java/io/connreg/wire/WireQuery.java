package io.connreg.wire;

import io.connreg.Problem;
import java.net.URLDecoder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parameters of a URL, read by name; what has not the wanted form becomes a problem. An empty one is absent. */
final class WireQuery {
    static final int LONGEST = 64 * 1024;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    private final Map<String, String> parameters = new TreeMap<>();
    private final Set<String> repeated = new TreeSet<>();
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
                repeated.add(name);
            }
        } catch (CharacterCodingException | IllegalArgumentException e) {
            malformed("query", "is not percent-encoded UTF-8");
        }
    }

    /** The JDK's decoder, left to itself, puts a replacement character where bytes are no UTF-8. */
    private static String decode(String encoded) throws CharacterCodingException {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(encoded)) {
            throw new CharacterCodingException();
        }
        String bytes = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1);
        return Utf8.decode(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    Optional<String> text(String name) {
        read.add(name);
        if (repeated.remove(name)) {
            malformed(name, "must be given once, several values with commas between them");
        }
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

    /** A whole number from 1 on. */
    Optional<Integer> number(String name, int most) {
        Optional<Integer> number = text(name)
                .filter(DIGITS.asMatchPredicate())
                .map(Integer::valueOf)
                .filter(value -> value >= 1 && value <= most);
        if (text(name).isPresent() && number.isEmpty()) {
            malformed(name, "must be a whole number from 1 to " + most);
        }
        return number;
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
