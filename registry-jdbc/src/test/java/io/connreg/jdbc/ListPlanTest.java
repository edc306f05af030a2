package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListQuery.Position;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How H2 means to find a page of a workspace: in the order of the index, however many rows there are behind it. */
final class ListPlanTest {
    private static final String URL = "jdbc:h2:mem:plan";
    private static final ListScope WS = new ListScope("alice", List.of(Grant.in("ws", Reach.PUBLIC_OR_OWN)));

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPageIsReadInTheOrderOfTheIndex(boolean oldestFirst) {
        try (ConnectionStore store = JdbcStores.open(URL);
                Handle handle = Jdbi.open(URL)) {
            for (int i = 0; i < 500; i++) {
                store.insert(Rows.row("id-" + i, "name-" + i));
            }
            assertThat(List.of(plan(handle, oldestFirst, null), plan(handle, oldestFirst, new Position(1_000, "id-7"))))
                    .allSatisfy(plan ->
                            assertThat(plan).contains("/* PUBLIC.CONNREG_CONNECTION_ORDER: ", "/* index sorted */"));
        }
    }

    private static String plan(Handle handle, boolean oldestFirst, @Nullable Position after) {
        Sql page = ListSql.page(new H2(), new ListQuery(WS, ConnectionFilter.ALL, oldestFirst, after, 11, 8_000_000))
                .orElseThrow();
        return new Sql("explain " + page.text(), page.arguments())
                .first(handle, (row, context) -> row.getString(1))
                .orElseThrow();
    }
}
