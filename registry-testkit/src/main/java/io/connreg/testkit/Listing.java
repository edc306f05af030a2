package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListQuery.Position;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import io.connreg.spi.StoredConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists as a caller walks them. */
final class Listing {
    static final ListScope EVERYTHING = new ListScope("root", List.of(Grant.everywhere(Reach.ALL)));

    /** More than all documents together. */
    static final long NO_BUDGET = Long.MAX_VALUE;

    private Listing() {}

    /** The ids of all that match, in no order. */
    static Set<String> ids(ConnectionStore store, ListScope scope, ConnectionFilter filter) {
        return walk(store, scope, filter, true, 1_000).stream()
                .map(row -> row.head().id())
                .collect(Collectors.toSet());
    }

    static Set<String> ids(ConnectionStore store, ConnectionFilter filter) {
        return ids(store, EVERYTHING, filter);
    }

    /** A page of all rows. */
    static List<StoredConnection> page(
            ConnectionStore store, boolean oldestFirst, @Nullable Position after, int limit) {
        return store.list(new ListQuery(EVERYTHING, ConnectionFilter.ALL, oldestFirst, after, limit, NO_BUDGET));
    }

    /** All pages; each but the last must be full, and each row behind the one before it. */
    static List<StoredConnection> walk(
            ConnectionStore store, ListScope scope, ConnectionFilter filter, boolean oldestFirst, int limit) {
        Comparator<ConnectionHead> order = ListOrder.of(oldestFirst);
        List<StoredConnection> walked = new ArrayList<>();
        int got;
        do {
            ConnectionHead last =
                    walked.isEmpty() ? null : walked.get(walked.size() - 1).head();
            Position after = last == null ? null : Position.of(last);
            List<StoredConnection> page =
                    store.list(new ListQuery(scope, filter, oldestFirst, after, limit, NO_BUDGET));
            got = page.size();
            assertTrue(got <= limit, () -> "a page of at most " + limit + " has " + page.size());
            for (StoredConnection row : page) {
                ConnectionHead before = last;
                assertTrue(
                        before == null || order.compare(before, row.head()) < 0,
                        () -> row.head() + " is listed behind " + before);
                last = row.head();
            }
            walked.addAll(page);
        } while (got == limit);
        return walked;
    }
}
