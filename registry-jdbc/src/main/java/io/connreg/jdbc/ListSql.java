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
    private static final String FROM = " from connreg_connection c";
    private static final String PLACE = "c.created_micros as page_time, c.id as page_id";

    /** Up to how many workspaces are read each by itself; of more the database sorts all rows. */
    private static final int READ_APART = 10;

    private ListSql() {}

    static Optional<Sql> page(Dialect dialect, ListQuery query) {
        Sight sight = Sight.of(query.scope(), query.filter().workspaceId());
        if (sight.isNothing()) {
            return Optional.empty();
        }
        boolean apart = query.filter().ids().isEmpty() && sight.workspaces() <= READ_APART;
        if (apart && sight.apart().size() == 1) {
            return Optional.of(part(dialect, ConnectionRow.COLUMNS, sight, query));
        }
        List<Sql> places = (apart ? sight.apart() : List.of(sight))
                .stream().map(part -> part(dialect, PLACE, part, query)).toList();
        return Optional.of(rowsAt(places.size() == 1 ? places.get(0) : merged(dialect, places, query), query));
    }

    /**
     * H2 reads in the order of the index only if the order begins with the column that is fixed; for a few ids it should
     * rather look each up and sort.
     */
    private static Sql part(Dialect dialect, String columns, Sight sight, ListQuery query) {
        Conditions where = matching(dialect, sight, query.filter());
        addPosition(dialect, where, query.after(), query.oldestFirst());
        String order = sight.isOneWorkspace() && query.filter().ids().isEmpty()
                ? orderBy(query, "c.workspace_id", "c.created_micros", "c.id")
                : orderBy(query, "c.created_micros", "c.id");
        return where.between("select " + columns + FROM, order + dialect.atMost(), Bound.number(query.limit()));
    }

    private static Sql merged(Dialect dialect, List<Sql> places, ListQuery query) {
        String text = places.stream().map(Sql::text).collect(joining(") union all (", "(", ")"));
        List<Argument> arguments = new ArrayList<>(
                places.stream().flatMap(place -> place.arguments().stream()).toList());
        arguments.add(Bound.number(query.limit()));
        return new Sql(text + orderBy(query, "page_time", "page_id") + dialect.atMost(), arguments);
    }

    /** Reads the documents of those rows alone that the page will have: H2 keeps all that it sorts. */
    private static Sql rowsAt(Sql places, ListQuery query) {
        String text = "select " + ConnectionRow.COLUMNS + " from (" + places.text()
                + ") p join connreg_connection c on c.id = p.page_id" + orderBy(query, "c.created_micros", "c.id");
        return new Sql(text, places.arguments());
    }

    private static String orderBy(ListQuery query, String... columns) {
        String direction = query.oldestFirst() ? "" : " desc";
        return " order by " + String.join(direction + ", ", columns) + direction;
    }

    static Optional<Sql> count(Dialect dialect, ListScope scope, ConnectionFilter filter) {
        Sight sight = Sight.of(scope, filter.workspaceId());
        return sight.isNothing()
                ? Optional.empty()
                : Optional.of(matching(dialect, sight, filter).between("select count(*)" + FROM, ""));
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

    /** The first page is behind the end of all, so that it is planned as the others are: H2 else took the wrong index. */
    private static void addPosition(
            Dialect dialect, Conditions where, ListQuery.@Nullable Position after, boolean oldestFirst) {
        String past = oldestFirst ? ">" : "<";
        Argument time =
                Bound.number(after != null ? after.createdMicros() : oldestFirst ? Long.MIN_VALUE : Long.MAX_VALUE);
        Argument id = after != null ? Bound.sought(after.id()) : oldestFirst ? Bound.sought("") : Bound.behindAll();
        if (dialect.indexesComparePairs()) {
            where.and("(c.created_micros, c.id) " + past + " (?, ?)", time, id);
            return;
        }
        // The first half lets the index begin at the position, the second leaves out what shares its time.
        where.and("c.created_micros " + past + "= ?", time);
        where.and("c.created_micros " + past + " ? or c.id " + past + " ?", time, id);
    }
}
