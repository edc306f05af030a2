package io.connreg.jdbc;

import io.connreg.Accessibility;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListScope;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists and counts as SQL; empty where nothing can be in the scope. */
final class ListSql {
    private static final String COLUMNS = "select " + ConnectionRow.COLUMNS;
    private static final String FROM = " from connreg_connection c";
    private static final String AT_MOST = " fetch first ? rows only";

    private ListSql() {}

    static Optional<Sql> page(ListQuery query) {
        Sight sight = Sight.of(query.scope(), query.filter().workspaceId());
        if (sight.isNothing()) {
            return Optional.empty();
        }
        Conditions where = matching(sight, query.filter());
        addPosition(where, query.after(), query.oldestFirst());
        boolean oneIndex = sight.isOneWorkspace() && query.filter().ids().isEmpty();
        return Optional.of(oneIndex ? inOrderOfIndex(where, query) : sorted(where, query));
    }

    /** H2 reads in the order of the index only if the order begins with the column that is fixed. */
    private static Sql inOrderOfIndex(Conditions where, ListQuery query) {
        String order = orderBy(query, "c.workspace_id", "c.created_micros", "c.id");
        return where.between(COLUMNS + FROM, order + AT_MOST, Bound.number(query.limit()));
    }

    /** Sorts ids, and reads the documents of those alone that the page will have: H2 keeps all that it sorts. */
    private static Sql sorted(Conditions where, ListQuery query) {
        String order = orderBy(query, "c.created_micros", "c.id");
        return where.between(
                COLUMNS + " from (select c.id as page_id" + FROM,
                order + AT_MOST + ") p join connreg_connection c on c.id = p.page_id" + order,
                Bound.number(query.limit()));
    }

    private static String orderBy(ListQuery query, String... columns) {
        String direction = query.oldestFirst() ? "" : " desc";
        return " order by " + String.join(direction + ", ", columns) + direction;
    }

    static Optional<Sql> count(ListScope scope, ConnectionFilter filter) {
        Sight sight = Sight.of(scope, filter.workspaceId());
        return sight.isNothing()
                ? Optional.empty()
                : Optional.of(matching(sight, filter).between("select count(*)" + FROM, ""));
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
        if (after == null) {
            return;
        }
        String past = oldestFirst ? ">" : "<";
        // The first half lets the index begin at the position, the second leaves out what shares its time.
        where.and("c.created_micros " + past + "= ?", Bound.number(after.createdMicros()));
        where.and(
                "c.created_micros " + past + " ? or c.id " + past + " ?",
                Bound.number(after.createdMicros()),
                Bound.sought(after.id()));
    }
}
