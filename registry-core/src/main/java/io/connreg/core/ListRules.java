package io.connreg.core;

import io.connreg.ConnectionType;
import io.connreg.ListConnections;
import io.connreg.ModelType;
import io.connreg.Problem;
import java.util.Set;
import java.util.function.Function;

/** What a list must keep to, whatever is stored. Its page's token is checked where it is read. */
final class ListRules {
    private final Problems problems = new Problems();

    private ListRules() {}

    static void check(ListConnections request, String attempt) {
        ListRules rules = new ListRules();
        request.workspaceId().ifPresent(text -> rules.text("workspaceId", text));
        rules.texts("ids", request.ids(), id -> id);
        request.nameContains().ifPresent(text -> rules.text("nameContains", text));
        rules.texts("types", request.types(), ConnectionType::value);
        request.model().ifPresent(text -> rules.text("model", text));
        rules.texts("modelTypes", request.modelTypes(), ModelType::value);
        request.creator().ifPresent(text -> rules.text("creator", text));
        if (request.pageSize() < 1 || request.pageSize() > ListConnections.MAX_PAGE_SIZE) {
            rules.problems.add("pageSize", Problem.MALFORMED, "must be from 1 to " + ListConnections.MAX_PAGE_SIZE);
        }
        rules.problems.throwIfAny(attempt);
    }

    private void text(String path, String value) {
        problems.text(path, value, Limits.FILTER, TextRule.LINES);
    }

    private <V> void texts(String path, Set<V> values, Function<V, String> text) {
        if (values.size() > Limits.FILTER_ENTRIES) {
            problems.tooLarge(path, Limits.FILTER_ENTRIES, "entries");
        } else {
            values.stream().map(text).sorted().forEach(value -> text(path, value));
        }
    }
}
