package io.connreg.core.broken;

import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListQuery.Position;
import io.connreg.spi.StoredConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Stores whose pages begin or end where they should not. */
final class BrokenPages {
    private BrokenPages() {}

    /** Fills a page, then takes out of it what does not match. */
    static class FilterAfterPaging extends WrappedStore {
        FilterAfterPaging(ConnectionStore data) {
            super(data);
        }

        @Override
        public List<StoredConnection> list(ListQuery query) {
            Set<StoredConnection> matching =
                    new HashSet<>(super.list(whole(EVERYTHING, query.filter(), query.oldestFirst(), null)));
            ListQuery unfiltered = new ListQuery(
                    query.scope(),
                    ConnectionFilter.ALL,
                    query.oldestFirst(),
                    query.after(),
                    query.limit(),
                    query.budget());
            return super.list(unfiltered).stream().filter(matching::contains).toList();
        }
    }

    /** Keeps for a position how many rows were before it. */
    static class OffsetPaging extends WrappedStore {
        private final Map<Position, Integer> offsets = new ConcurrentHashMap<>();

        OffsetPaging(ConnectionStore data) {
            super(data);
        }

        @Override
        public List<StoredConnection> list(ListQuery query) {
            List<StoredConnection> whole = behind(query, null);
            int offset = query.after() == null
                    ? 0
                    : offsets.computeIfAbsent(
                            query.after(),
                            position -> whole.size() - behind(query, position).size());
            return whole.stream().skip(offset).limit(query.limit()).toList();
        }

        private List<StoredConnection> behind(ListQuery query, @Nullable Position after) {
            return super.list(whole(query.scope(), query.filter(), query.oldestFirst(), after));
        }
    }

    /** Fills each page to its limit. */
    static class PagesOfAnySize extends WrappedStore {
        PagesOfAnySize(ConnectionStore data) {
            super(data);
        }

        @Override
        public List<StoredConnection> list(ListQuery query) {
            return super.list(whole(query.scope(), query.filter(), query.oldestFirst(), query.after())).stream()
                    .limit(query.limit())
                    .toList();
        }
    }

    /** Leaves the row that reaches the budget to the next page. */
    static class PagesWithinTheBudget extends WrappedStore {
        PagesWithinTheBudget(ConnectionStore data) {
            super(data);
        }

        @Override
        public List<StoredConnection> list(ListQuery query) {
            List<StoredConnection> page = super.list(query);
            long characters =
                    page.stream().mapToLong(row -> row.document().length()).sum();
            return characters < query.budget() ? page : page.subList(0, page.size() - 1);
        }
    }
}
