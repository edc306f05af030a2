package io.connreg.jdbc;

import static java.util.stream.Collectors.joining;

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
    /** Up to how many workspaces are read each by itself; of more the database reads all rows, to sort them. */
    private static final int MERGED = 10;

    private ListSql() {}

    static Optional<Sql> page(Dialect dialect, ListQuery query) {
        Sight sight = Sight.of(query.scope(), query.filter().workspaceId());
        if (sight.isNothing()) {
            return Optional.empty();
        }
        boolean apart = query.filter().ids().isEmpty() && sight.workspaces() <= MERGED;
        List<Sql> pages = (apart ? sight.apart() : List.of(sight))
                .stream().map(part -> page(dialect, part, query)).toList();
        return Optional.of(pages.size() == 1 ? pages.get(0) : merged(dialect, pages, query));
    }

    private static Sql page(Dialect dialect, Sight sight, ListQuery query) {
        Conditions where = matching(dialect, sight, query.filter());
        addPosition(dialect, where, query.after(), query.oldestFirst());
        String direction = direction(query);
        // H2 reads in the order of the index only if the order begins with the column that is fixed; for a few ids it
        // should rather look each up and sort.
        boolean inOrderOfIndex = sight.isOneWorkspace() && query.filter().ids().isEmpty();
        String workspace = inOrderOfIndex ? "c.workspace_id" + direction + ", " : "";
        String order = " order by " + workspace + "c.created_micros" + direction + ", c.id" + direction;
        return where.between(
                "select " + ConnectionRow.COLUMNS + " from connreg_connection c",
                order + dialect.atMost(),
                Bound.number(query.limit()));
    }

    /** The page of all of them, each being read in the order of the index. */
    private static Sql merged(Dialect dialect, List<Sql> pages, ListQuery query) {
        String direction = direction(query);
        String text = pages.stream().map(Sql::text).collect(joining(") union all (", "(", ")"));
        List<Argument> arguments = new ArrayList<>(
                pages.stream().flatMap(page -> page.arguments().stream()).toList());
        arguments.add(Bound.number(query.limit()));
        String order = " order by created_micros" + direction + ", id" + direction;
        return new Sql(text + order + dialect.atMost(), arguments);
    }

    private static String direction(ListQuery query) {
        return query.oldestFirst() ? "" : " desc";
    }

    static Optional<Sql> count(Dialect dialect, ListScope scope, ConnectionFilter filter) {
        Sight sight = Sight.of(scope, filter.workspaceId());
        return sight.isNothing()
                ? Optional.empty()
                : Optional.of(
                        matching(dialect, sight, filter).between("select count(*) from connreg_connection c", ""));
    }

    private static Conditions matching(Dialect dialect, Sight sight, ConnectionFilter filter) {
        Conditions where = new Conditions();
        sight.addTo(where);
        if (!filter.ids().isEmpty()) {
            where.andOneOf("c.id", filter.ids());
        }
        if (filter.foldedNamePart() != null && !filter.foldedNamePart().isEmpty()) {
            where.and(dialect.foldedNameHolds(), dialect.folded(filter.foldedNamePart()));
        }
        if (!filter.types().isEmpty()) {
            where.andOneOf("c.type", filter.types());
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
            where.andOneOf("m.model_type", filter.modelTypes());
        }
        if (filter.toolCall() != null) {
            where.and("m.tool_call = ?", Bound.flag(filter.toolCall()));
        }
        return where.between("exists (select 1 from connreg_model m", ")");
    }

    private static void addPosition(
            Dialect dialect, Conditions where, ListQuery.@Nullable Position after, boolean oldestFirst) {
        if (after == null) {
            return;
        }
        String past = oldestFirst ? ">" : "<";
        if (dialect.indexesComparePairs()) {
            where.and(
                    "(c.created_micros, c.id) " + past + " (?, ?)",
                    Bound.number(after.createdMicros()),
                    Bound.sought(after.id()));
            return;
        }
        // The first half lets the index begin at the position, the second leaves out what shares its time.
        where.and("c.created_micros " + past + "= ?", Bound.number(after.createdMicros()));
        where.and(
                "c.created_micros " + past + " ? or c.id " + past + " ?",
                Bound.number(after.createdMicros()),
                Bound.sought(after.id()));
    }
}
