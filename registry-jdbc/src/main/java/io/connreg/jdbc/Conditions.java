package io.connreg.jdbc;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.argument.Argument;

/** Conditions that must all hold, and what their question marks stand for. */
final class Conditions {
    private final List<String> terms = new ArrayList<>();
    private final List<Argument> arguments = new ArrayList<>();

    Conditions and(String term, Argument... values) {
        return and(Sql.of(term, values));
    }

    Conditions and(Sql term) {
        terms.add("(" + term.text() + ")");
        arguments.addAll(term.arguments());
        return this;
    }

    /** Asks that a column is one of these texts. */
    Conditions andOneOf(String column, Collection<String> texts) {
        String marks = texts.stream().map(text -> "?").collect(joining(", "));
        return and(
                column + " in (" + marks + ")",
                texts.stream().map(Bound::sought).toArray(Argument[]::new));
    }

    /** Asks that one of these holds; all of each. */
    Conditions andAny(List<Conditions> alternatives) {
        terms.add(alternatives.stream().map(Conditions::text).collect(joining(" or ", "(", ")")));
        alternatives.forEach(each -> arguments.addAll(each.arguments));
        return this;
    }

    /** A statement of these conditions between a head and a tail, with the tail's values. */
    Sql between(String head, String tail, Argument... values) {
        List<Argument> all = new ArrayList<>(arguments);
        all.addAll(List.of(values));
        return new Sql(head + " where " + text() + tail, all);
    }

    private String text() {
        return terms.isEmpty() ? "true" : String.join(" and ", terms);
    }
}
