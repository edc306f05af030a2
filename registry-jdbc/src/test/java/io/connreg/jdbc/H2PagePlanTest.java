package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.ConnectionStore;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A page costs what it shows, at any depth: H2 reads it in the order of an index and stops when it is full. */
final class H2PagePlanTest {
    private static final String URL = "jdbc:h2:mem:plans";

    @Test
    void aPageReadsAboutAsManyRowsAsItShows() {
        try (ConnectionStore store = JdbcStores.open(URL)) {
            assertThat(store.scan("", 1)).isEmpty();
            lookAtPlans(Jdbi.create(URL));
        }
    }

    private static void lookAtPlans(Jdbi jdbi) {
        PagePlan.fill(jdbi, "(select x as n from system_range(1, 20000))", "varbinary", "varchar", "analyze");
        PagePlan.ofEach(jdbi, new H2(), "explain analyze", (what, plan) -> {
            long tables = plan.stream()
                    .filter(line -> line.contains("FROM \"PUBLIC\""))
                    .count();
            assertThat(plan.stream().filter(line -> line.contains("/* index sorted */")))
                    .as(what)
                    .hasSize((int) tables);
            assertThat(PagePlan.sum(plan.stream(), "scanCount:")).as(what).isBetween(101L, PagePlan.READ_AT_MOST);
        });
        PagePlan.byKey(jdbi, new H2(), "explain analyze", (what, plan) -> {
            assertThat(plan).as(what).anyMatch(line -> line.contains("/* index sorted */"));
            assertThat(PagePlan.sum(plan.stream(), "scanCount:")).as(what).isBetween(101L, PagePlan.READ_AT_MOST);
        });
    }
}
