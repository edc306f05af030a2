package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.IndexTerms.Model;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListQuery.Position;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import io.connreg.spi.StoredConnection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists against what the scope and the filter say themselves of each row. */
final class JdbcListTest {
    private static final List<String> WORKSPACES = List.of("ws-1", "ws-2", "WS-1");
    private static final List<String> USERS = List.of("alice", "Alice", "bob");
    private static final List<String> NAME_PARTS = List.of("a%", "b_", "c\\", "ß", "a", "😀");
    private static final List<String> ID_HEADS = List.of("a", "B", "～", "😀");

    private final Random random = new Random(20261122);
    private final ConnectionStore store = JdbcStores.open("jdbc:h2:mem:list");
    private final List<ConnectionWrite> rows = new ArrayList<>();

    @BeforeEach
    void fill() {
        for (int i = 0; i < 150; i++) {
            ConnectionHead head = new ConnectionHead(
                    one(ID_HEADS) + i,
                    one(WORKSPACES),
                    one(NAME_PARTS) + one(NAME_PARTS) + i,
                    one(List.of(ConnectionType.RDS, ConnectionType.MILVUS)),
                    one(List.of(Accessibility.values())),
                    one(USERS),
                    random.nextInt(20),
                    i,
                    1,
                    1);
            ConnectionWrite row = Rows.write(
                    head,
                    IntStream.range(0, random.nextInt(3)).mapToObj(n -> model()).toList());
            rows.add(row);
            store.insert(row);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everyListAndCountIsWhatScopeAndFilterSay() {
        for (int i = 0; i < 400; i++) {
            ListScope scope = scope();
            ConnectionFilter filter = filter();
            boolean oldestFirst = random.nextBoolean();
            List<StoredConnection> expected = expected(scope, filter, oldestFirst);
            assertThat(pages(scope, filter, oldestFirst)).isEqualTo(expected);
            assertThat(store.count(scope, filter)).isEqualTo(expected.size());
        }
    }

    @Test
    void manyIdsAndManyGrantsAreAsGoodAsFew() {
        Set<String> ids = Set.copyOf(
                IntStream.range(0, 20_000).mapToObj(i -> one(ID_HEADS) + i).toList());
        ConnectionFilter filter = new ConnectionFilter(null, ids, null, Set.of(), null, Set.of(), null, null, null);
        List<Grant> grants = new ArrayList<>(List.of(Grant.in("ws-2", Reach.PUBLIC_OR_OWN)));
        for (int i = 0; i < 5_000; i++) {
            grants.add(Grant.in("ws-" + i, one(List.of(Reach.values()))));
        }
        ListScope scope = new ListScope("alice", grants);
        assertThat(pages(scope, filter, true)).isEqualTo(expected(scope, filter, true));
    }

    private List<StoredConnection> pages(ListScope scope, ConnectionFilter filter, boolean oldestFirst) {
        int limit = 1 + random.nextInt(40);
        long budget = 1L + random.nextInt(500);
        List<StoredConnection> all = new ArrayList<>();
        List<StoredConnection> page = store.list(new ListQuery(scope, filter, oldestFirst, null, limit, budget));
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page);
            Position last = Position.of(page.get(page.size() - 1).head());
            page = store.list(new ListQuery(scope, filter, oldestFirst, last, limit, budget));
        }
        return all;
    }

    private List<StoredConnection> expected(ListScope scope, ConnectionFilter filter, boolean oldestFirst) {
        Comparator<StoredConnection> order = Comparator.<StoredConnection>comparingLong(
                        row -> row.head().createdMicros())
                .thenComparing(row -> row.head().id().codePointAt(0))
                .thenComparing(row -> row.head().id());
        return rows.stream()
                .filter(row -> scope.admits(row.head()) && filter.matches(row.head(), row.terms()))
                .map(ConnectionWrite::row)
                .sorted(oldestFirst ? order : order.reversed())
                .toList();
    }

    private ListScope scope() {
        List<Grant> grants = IntStream.range(0, random.nextInt(4))
                .mapToObj(n -> {
                    Reach reach = one(List.of(Reach.values()));
                    return random.nextInt(4) == 0 ? Grant.everywhere(reach) : Grant.in(one(WORKSPACES), reach);
                })
                .toList();
        return new ListScope(one(USERS), grants);
    }

    private ConnectionFilter filter() {
        return new ConnectionFilter(
                seldom(WORKSPACES),
                random.nextInt(6) == 0
                        ? Set.of(rows.get(0).head().id(), rows.get(1).head().id(), "none", "\0")
                        : Set.of(),
                random.nextInt(9) == 0 ? "" : seldom(NAME_PARTS),
                random.nextInt(4) == 0 ? Set.of(ConnectionType.RDS.value(), "x".repeat(10_000)) : Set.of(),
                seldom(List.of("qwen", "gpt")),
                random.nextInt(4) == 0 ? Set.of("LLM", "other") : Set.of(),
                seldom(List.of(true, false)),
                seldom(USERS),
                seldom(List.of(Accessibility.values())));
    }

    private Model model() {
        return new Model(
                seldom(List.of("qwen", "QWEN", "gpt")), seldom(List.of("LLM", "Embedding")), random.nextBoolean());
    }

    private <T> @Nullable T seldom(List<T> choices) {
        return random.nextInt(4) == 0 ? one(choices) : null;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
