package io.connreg.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.connreg.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A JSON object whose members are read by name; what has not the wanted form becomes a problem. Null is absent. */
final class WireObject {
    private static final String MUST_BE_GIVEN = "must be given";

    private final String path;
    private final JsonNode json;
    private final List<Problem> problems;
    private final Set<String> read = new TreeSet<>();

    WireObject(String path, JsonNode json, List<Problem> problems) {
        this.path = path;
        this.json = json;
        this.problems = problems;
        if (!json.isObject()) {
            malformed(path.isEmpty() ? "body" : path.substring(0, path.length() - 1), "must be a JSON object");
        }
    }

    private Optional<JsonNode> member(String name) {
        read.add(name);
        return Optional.ofNullable(json.get(name)).filter(value -> !value.isNull());
    }

    Optional<String> text(String name) {
        return member(name).flatMap(value -> text(path + name, value));
    }

    Optional<String> requiredText(String name) {
        require(name, MUST_BE_GIVEN);
        Optional<String> text = text(name);
        if (text.filter(String::isBlank).isPresent()) {
            problems.add(new Problem(path + name, Problem.REQUIRED, MUST_BE_GIVEN));
        }
        return text;
    }

    void require(String name, String message) {
        if (member(name).isEmpty()) {
            problems.add(new Problem(path + name, Problem.REQUIRED, message));
        }
    }

    /** A whole number or a boolean is read as it is written. */
    private Optional<String> text(String at, JsonNode value) {
        if (value.isTextual() || value.isIntegralNumber() || value.isBoolean()) {
            return Optional.of(value.asText());
        }
        malformed(at, "must be a text");
        return Optional.empty();
    }

    Optional<Boolean> bool(String name) {
        Optional<JsonNode> value = member(name);
        if (value.isPresent() && !value.get().isBoolean()) {
            malformed(path + name, "must be true or false");
            return Optional.empty();
        }
        return value.map(JsonNode::booleanValue);
    }

    Optional<Long> number(String name) {
        Optional<JsonNode> value = member(name);
        if (value.isPresent() && !(value.get().isIntegralNumber() && value.get().canConvertToLong())) {
            malformed(path + name, "must be a whole number");
            return Optional.empty();
        }
        return value.map(JsonNode::longValue);
    }

    /** The entries of a map of text; a null value is an absent entry. */
    Map<String, String> texts(String name) {
        Map<String, String> entries = new TreeMap<>();
        Optional<JsonNode> value = member(name);
        if (value.isPresent() && !value.get().isObject()) {
            malformed(path + name, "must be a JSON object of texts");
            return entries;
        }
        value.ifPresent(map -> map.properties().stream()
                .filter(entry -> !entry.getValue().isNull())
                .forEach(entry -> text(path + name + "." + entry.getKey(), entry.getValue())
                        .ifPresent(text -> entries.put(entry.getKey(), text))));
        return entries;
    }

    Optional<WireObject> object(String name) {
        return member(name).map(value -> new WireObject(path + name + ".", value, problems));
    }

    Optional<List<WireObject>> objects(String name) {
        Optional<JsonNode> value = member(name);
        if (value.isPresent() && !value.get().isArray()) {
            malformed(path + name, "must be a JSON array of objects");
            return Optional.empty();
        }
        return value.map(array -> {
            List<WireObject> objects = new ArrayList<>();
            array.forEach(element ->
                    objects.add(new WireObject(path + name + "[" + objects.size() + "].", element, problems)));
            return objects;
        });
    }

    /** Makes a problem of each member that nobody asked for. */
    void refuseTheRest() {
        json.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !read.contains(name))
                .forEach(name -> problems.add(UnknownField.problem(path, name, read)));
    }

    private void malformed(String at, String message) {
        problems.add(new Problem(at, Problem.MALFORMED, message));
    }
}
