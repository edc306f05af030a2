package io.connreg.core;

import io.connreg.Problem;
import io.connreg.internal.Shown;
import io.connreg.spec.KeySchema;
import io.connreg.spec.KeySchema.Need;
import io.connreg.spec.KeySchema.Place;
import io.connreg.spec.TypeSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether configs and secrets are what the schema of their type asks for. */
final class SchemaRules {
    private SchemaRules() {}

    static String path(Place place, String key) {
        return (place == Place.CONFIG ? "configs." : "secrets.") + Shown.of(key);
    }

    static List<Problem> check(TypeSchema schema, Map<String, String> configs, Set<String> secrets) {
        List<Problem> problems = new ArrayList<>();
        for (KeySchema key : schema.keys()) {
            if (isPresent(key, configs, secrets)) {
                form(key, configs).ifPresent(problems::add);
            } else if (key.need() == Need.REQUIRED) {
                problems.add(new Problem(
                        path(key.place(), key.name()),
                        Problem.REQUIRED,
                        "a " + schema.type() + " needs " + (key.place() == Place.CONFIG ? "this config" : "this secret")
                                + ": it " + key.form().rule()));
            } else {
                partner(schema, key)
                        .filter(partner -> isPresent(partner, configs, secrets))
                        .ifPresent(partner -> problems.add(new Problem(
                                path(key.place(), key.name()),
                                Problem.HALF_LOGIN,
                                "must be given together with the "
                                        + (partner.place() == Place.CONFIG ? "config " : "secret ")
                                        + partner.name() + ", or neither of them")));
            }
        }
        return problems;
    }

    private static Optional<Problem> form(KeySchema key, Map<String, String> configs) {
        String value = key.place() == Place.CONFIG ? configs.get(key.name()) : null;
        return value == null || key.form().accepts(value)
                ? Optional.empty()
                : Optional.of(new Problem(
                        path(key.place(), key.name()),
                        Problem.MALFORMED,
                        key.form().rule()));
    }

    private static Optional<KeySchema> partner(TypeSchema schema, KeySchema key) {
        Place other = key.place() == Place.CONFIG ? Place.SECRET : Place.CONFIG;
        return Optional.ofNullable(key.partner()).flatMap(name -> schema.key(other, name));
    }

    private static boolean isPresent(KeySchema key, Map<String, String> configs, Set<String> secrets) {
        return key.place() == Place.CONFIG ? configs.containsKey(key.name()) : secrets.contains(key.name());
    }
}
