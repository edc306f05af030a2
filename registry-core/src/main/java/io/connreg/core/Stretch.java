package io.connreg.core;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListQuery.Position;
import io.connreg.spi.StoredConnection;
import java.util.List;

/**
 * Rows of a list that follow one another. The store is asked for one row more than is wanted; that one, or the one that
 * reaches the budget, is not among them: it proves that more follow.
 *
 * @param query what they answer: the limit is how many are wanted
 * @param rows none only if there are none behind the query's position
 * @param more whether another row followed when they were read
 */
record Stretch(ListQuery query, List<StoredConnection> rows, boolean more) {

    static Stretch read(ConnectionStore store, ListQuery query) {
        List<StoredConnection> found = store.list(query.behind(query.after(), query.limit() + 1));
        if (found.size() <= query.limit() && characters(found) < query.budget()) {
            return new Stretch(query, found, false);
        }
        if (found.size() > 1) {
            return new Stretch(query, found.subList(0, found.size() - 1), true);
        }
        // One row that reaches the budget is given all the same, or nobody would ever get past it.
        return new Stretch(
                query, found, !store.list(query.behind(end(found), 1)).isEmpty());
    }

    /** Those behind these; none if there were no more. */
    Stretch next(ConnectionStore store) {
        return more ? read(store, query.behind(end(), query.limit())) : none();
    }

    Stretch none() {
        return new Stretch(query, List.of(), false);
    }

    /** The place of the last row, if there are any. */
    Position end() {
        return end(rows);
    }

    private static Position end(List<StoredConnection> rows) {
        return Position.of(rows.get(rows.size() - 1).head());
    }

    private static long characters(List<StoredConnection> rows) {
        return rows.stream().mapToLong(row -> row.document().length()).sum();
    }
}
