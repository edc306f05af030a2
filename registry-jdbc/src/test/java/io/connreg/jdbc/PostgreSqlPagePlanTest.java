package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.servers.PostgresServer;
import io.connreg.servers.TestDatabase;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A page costs what it shows, at any depth: PostgreSQL reads it in the order of an index and stops when it is full. */
final class PostgreSqlPagePlanTest {
    private static final String EXPLAIN = "explain (analyze, timing off)";

    @AutoClose
    private final TestDatabase database = PostgresServer.shared().newDatabase();

    @Test
    void aPageReadsAboutAsManyRowsAsItShows() {
        JdbcStores.open(database.url()).close();
        Jdbi jdbi = Jdbi.create(database.url());
        PagePlan.fill(jdbi, "generate_series(1, 20000) as n", "bytea", "bytea", "vacuum analyze");
        PagePlan.ofEach(jdbi, new PostgreSql(), EXPLAIN, PostgreSqlPagePlanTest::readsAboutAsManyRowsAsItShows);
        PagePlan.byKey(jdbi, new PostgreSql(), EXPLAIN, PostgreSqlPagePlanTest::readsAboutAsManyRowsAsItShows);
    }

    private static void readsAboutAsManyRowsAsItShows(String what, List<String> plan) {
        assertThat(plan)
                .as(what)
                .noneMatch(line ->
                        line.contains("Seq Scan") || line.contains("Bitmap") || line.contains("Sort Method: top-N"));
        long passed = PagePlan.sum(
                plan.stream().filter(line -> line.matches(".* Scan( Backward)? using .*")), "(actual rows=");
        long removed = PagePlan.sum(plan.stream(), "Rows Removed by Filter:");
        assertThat(passed + removed).as(what).isBetween(101L, PagePlan.READ_AT_MOST);
    }
}
