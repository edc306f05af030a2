package io.connreg.core;

import io.connreg.InvalidRequestException;
import io.connreg.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Gathers all that is wrong with a request, each thing once. */
final class Problems {
    private final Set<Problem> found = new LinkedHashSet<>();

    void add(String path, String code, String message) {
        found.add(new Problem(path, code, message));
    }

    void addAll(List<Problem> problems) {
        found.addAll(problems);
    }

    void tooLarge(String path, int limit, String unit) {
        add(path, Problem.TOO_LARGE, "may have at most " + limit + " " + unit);
    }

    /** Checks characters and length. */
    void text(String path, String value, int limit, TextRule rule) {
        rule.fault(value).ifPresent(fault -> add(path, Problem.MALFORMED, fault));
        if (value.codePointCount(0, value.length()) > limit) {
            tooLarge(path, limit, "characters");
        }
    }

    /** Checks that there is something to see, and its characters and length. */
    void requiredText(String path, String value, int limit, TextRule rule) {
        if (value.isBlank()) {
            add(path, Problem.REQUIRED, "must not be blank");
        } else {
            text(path, value, limit, rule);
        }
    }

    void throwIfAny(String attempt) {
        if (!found.isEmpty()) {
            throw new InvalidRequestException(attempt, List.copyOf(found));
        }
    }
}
