package io.connreg.jdbc;

import io.connreg.Accessibility;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.argument.Argument;
import org.jspecify.annotations.Nullable;

/** Lists and counts as SQL; empty where nothing can be in the scope. */
final class ListSql {
    private ListSql() {}

    static Optional<Sql> page(ListQuery query) {
        Sight sight = Sight.of(query.scope(), query.filter().workspaceId());
        if (sight.isNothing()) {
            return Optional.empty();
        }
        Conditions where = matching(sight, query.filter());
        addPosition(where, query.after(), query.oldestFirst());
        String direction = query.oldestFirst() ? "" : " desc";
        // H2 reads in the order of the index only if the order begins with the column that is fixed; for a few ids it
        // should rather look each up and sort.
        boolean inOrderOfIndex = sight.isOneWorkspace() && query.filter().ids().isEmpty();
        String workspace = inOrderOfIndex ? "c.workspace_id" + direction + ", " : "";
        String order = " order by " + workspace + "c.created_micros" + direction + ", c.id" + direction;
        Sql rows = where.between(
                "select c.id, c.created_micros, char_length(c.document) as chars from connreg_connection c",
                order + " fetch first ? rows only",
                Bound.number(query.limit()));
        return Optional.of(withinBudget(rows, query.budget(), direction));
    }

    /**
     * Reads the documents of those rows only that the page will have: which these are is found by the documents' lengths.
     * Else H2, which reads all that a query selects before it gives the first row, would hold all of them in memory.
     */
    private static Sql withinBudget(Sql rows, long budget, String direction) {
        String before = "select r.id, sum(r.chars) over (order by r.created_micros" + direction + ", r.id" + direction
                + ") - r.chars as chars_before from (" + rows.text() + ") r";
        List<Argument> arguments = new ArrayList<>(rows.arguments());
        arguments.add(Bound.number(budget));
        return new Sql(
                "select " + ConnectionRow.COLUMNS + " from (" + before + ") p join connreg_connection c on c.id = p.id"
                        + " where p.chars_before < ? order by c.created_micros" + direction + ", c.id" + direction,
                arguments);
    }

    static Optional<Sql> count(ListScope scope, ConnectionFilter filter) {
        Sight sight = Sight.of(scope, filter.workspaceId());
        return sight.isNothing()
                ? Optional.empty()
                : Optional.of(matching(sight, filter).between("select count(*) from connreg_connection c", ""));
    }

    private static Conditions matching(Sight sight, ConnectionFilter filter) {
        Conditions where = new Conditions();
        sight.addTo(where);
        if (!filter.ids().isEmpty()) {
            where.and("c.id = any(?)", Bound.anyOf(filter.ids()));
        }
        // An empty part is in every name; in H2's Oracle mode it would be null.
        if (filter.foldedNamePart() != null && !filter.foldedNamePart().isEmpty()) {
            where.and("position(?, c.folded_name) > 0", Bound.chars(filter.foldedNamePart()));
        }
        if (!filter.types().isEmpty()) {
            where.and("c.type = any(?)", Bound.anyOf(filter.types()));
        }
        if (filter.creator() != null) {
            where.and("c.creator = ?", Bound.sought(filter.creator()));
        }
        if (filter.accessibility() != null) {
            String comparison = filter.accessibility() == Accessibility.PUBLIC ? "=" : "<>";
            where.and("c.accessibility " + comparison + " ?", Bound.sought(Accessibility.PUBLIC.name()));
        }
        if (filter.asksForModel()) {
            where.and(offeredModel(filter));
        }
        return where;
    }

    private static Sql offeredModel(ConnectionFilter filter) {
        Conditions where = new Conditions().and("m.connection_id = c.id");
        if (filter.model() != null) {
            where.and("m.model = ?", Bound.sought(filter.model()));
        }
        if (!filter.modelTypes().isEmpty()) {
            where.and("m.model_type = any(?)", Bound.anyOf(filter.modelTypes()));
        }
        if (filter.toolCall() != null) {
            where.and("m.tool_call = ?", Bound.flag(filter.toolCall()));
        }
        return where.between("exists (select 1 from connreg_model m", ")");
    }

    private static void addPosition(Conditions where, ListQuery.@Nullable Position after, boolean oldestFirst) {
        String past = oldestFirst ? ">" : "<";
        long end = oldestFirst ? Long.MIN_VALUE : Long.MAX_VALUE;
        // The first half lets the index begin at the position, the second leaves out what shares its time. Without a
        // position the first half has H2 choose that index all the same: within another query it does not look at the
        // order for that.
        where.and("c.created_micros " + past + "= ?", Bound.number(after == null ? end : after.createdMicros()));
        if (after != null) {
            where.and(
                    "c.created_micros " + past + " ? or c.id " + past + " ?",
                    Bound.number(after.createdMicros()),
                    Bound.sought(after.id()));
        }
    }
}
