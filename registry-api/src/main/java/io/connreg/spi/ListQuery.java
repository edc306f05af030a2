package io.connreg.spi;

import org.jspecify.annotations.Nullable;

/**
 * One page of a list. Ordered by time of creation, then by id (by code point), both in the same direction.
 *
 * @param scope what the caller may see
 * @param filter what is asked for
 * @param oldestFirst the direction
 * @param after the position that the page begins behind; null for the first page
 * @param limit at most so many rows; at least 1
 * @param budget how much text a page may hold, in characters ({@link String#length}) of all its documents together: it
 *     ends behind the row that reaches this, so that it has a row whatever the budget; at least 1
 */
public record ListQuery(
        ListScope scope,
        ConnectionFilter filter,
        boolean oldestFirst,
        @Nullable Position after,
        int limit,
        long budget) {
    public ListQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit must be at least 1, is " + limit);
        }
        if (budget < 1) {
            throw new IllegalArgumentException("the budget must be at least 1, is " + budget);
        }
    }

    /** The same list from another place on: at most {@code rows} behind {@code place}, or from the first if it is null. */
    public ListQuery behind(@Nullable Position place, int rows) {
        return new ListQuery(scope, filter, oldestFirst, place, rows, budget);
    }

    /** A place in the order; the connection it was taken from need not exist any more. */
    public record Position(long createdMicros, String id) {
        public static Position of(ConnectionHead head) {
            return new Position(head.createdMicros(), head.id());
        }
    }
}
