package io.connreg.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A session as it is written on a page: who sends what, and what must come back. */
final class HttpSession {
    private static final String JSON_BLOCK = "(?:```json\\n(.*?)```\\n\\n)?";
    private static final Pattern STEP = Pattern.compile(
            "^(\\w+) (GET|POST|PUT|DELETE) (\\S+)\\n\\n" + JSON_BLOCK + "(\\d{3})\\n(?:\\n" + JSON_BLOCK + ")?",
            Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("<([^<>]+)>");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> known = new TreeMap<>();

    /**
     * One request and its answer.
     *
     * @param body empty if there is none
     * @param expected empty if the answer has no body
     */
    record Step(String who, String method, String path, String body, int status, String expected) {}

    static List<Step> steps(String page) {
        return STEP.matcher(page + "\n").results().map(HttpSession::step).toList();
    }

    private static Step step(MatchResult match) {
        return new Step(
                match.group(1),
                match.group(2),
                match.group(3),
                orEmpty(match.group(4)),
                Integer.parseInt(match.group(5)),
                orEmpty(match.group(6)));
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** The text with what is known in the place of its name. */
    String filledIn(String text) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(known.getOrDefault(name.group(1), name.group())));
    }

    /** What must come back; what the page gives a name is taken from what came back. */
    JsonNode expected(String expected, String actual) throws JsonProcessingException {
        return expected(JSON.readTree(expected), JSON.readTree(actual));
    }

    private JsonNode expected(JsonNode expected, @Nullable JsonNode actual) {
        if (expected instanceof ObjectNode object) {
            ObjectNode filled = JSON.createObjectNode();
            object.properties()
                    .forEach(entry -> filled.set(
                            entry.getKey(),
                            expected(entry.getValue(), actual == null ? null : actual.get(entry.getKey()))));
            return filled;
        }
        if (expected instanceof ArrayNode array) {
            ArrayNode filled = JSON.createArrayNode();
            for (int i = 0; i < array.size(); i++) {
                filled.add(expected(array.get(i), actual == null ? null : actual.get(i)));
            }
            return filled;
        }
        return expected.isTextual() ? text(expected.textValue(), actual) : expected;
    }

    private JsonNode text(String expected, @Nullable JsonNode actual) {
        Matcher name = NAME.matcher(expected);
        if (name.matches() && actual != null && actual.isTextual()) {
            known.putIfAbsent(name.group(1), actual.textValue());
        }
        return TextNode.valueOf(filledIn(expected));
    }
}
