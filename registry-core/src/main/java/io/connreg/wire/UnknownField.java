package io.connreg.wire;

import io.connreg.Problem;
import io.connreg.internal.NearestName;
import java.util.Set;

/** What is said of a field that an operation does not have. */
final class UnknownField {
    private UnknownField() {}

    static Problem problem(String path, String name, Set<String> known) {
        String hint = NearestName.of(name, known)
                .map(near -> "did you mean " + near + "?")
                .orElseGet(() -> known.isEmpty() ? "there are none" : "there are " + known);
        return new Problem(path + name, Problem.UNKNOWN_FIELD, "there is no such field; " + hint);
    }
}
