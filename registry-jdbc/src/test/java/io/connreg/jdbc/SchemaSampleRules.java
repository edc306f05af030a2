package io.connreg.jdbc;

import static io.connreg.Accessibility.PRIVATE;
import static io.connreg.Accessibility.PUBLIC;
import static io.connreg.spi.WriteOutcome.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.KeyId;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import io.connreg.spi.StoredConnection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What this version makes of the tables of each one before: a sample is those tables, with rows, as they were released. */
abstract class SchemaSampleRules {
    private static final long DAY = 1_795_305_600_000_000L;
    private static final ListScope EVERYTHING = new ListScope("admin", List.of(Grant.everywhere(Reach.ALL)));
    private static final ConnectionFilter MODELS = new ConnectionFilter(
            null, Set.of(), "strasse", Set.of("DashScopeConnection"), "qwen-max", Set.of("LLM"), true, "bob", PUBLIC);

    private static final StoredConnection ORDERS = new StoredConnection(
            head("1", "ws-1", "orders-db", "RDSConnection", PRIVATE, "alice", DAY + 1, DAY + 2, 7, 3),
            "{\"of\":\"orders\"}");
    private static final StoredConnection OFFERING = new StoredConnection(
            head("2", "ws-1", "Straße", "DashScopeConnection", PUBLIC, "bob", DAY + 1, DAY + 1, 1, 1),
            "{\"of\":\"models\",\"unknown\":\"é\"}");
    private static final StoredConnection LATER = new StoredConnection(
            head("3", "ws-2", "orders-db", "some-later-type", PRIVATE, "alice", -1, 0, 2, 1), "no JSON at all");

    private final Kind kind;

    SchemaSampleRules(Kind kind) {
        this.kind = kind;
    }

    private static ConnectionHead head(
            String id,
            String workspaceId,
            String name,
            String type,
            Accessibility accessibility,
            String creator,
            long createdMicros,
            long modifiedMicros,
            long revision,
            long rowVersion) {
        return new ConnectionHead(
                "conn-sample00000000000" + id,
                workspaceId,
                name,
                new ConnectionType(type),
                accessibility,
                creator,
                createdMicros,
                modifiedMicros,
                revision,
                rowVersion);
    }

    @Test
    void whatTheTablesOfEachVersionHeldIsReadAndWritten() throws IOException {
        for (Migration migration : Migration.ALL) {
            try (Kind.Fresh old = kind.newDatabase()) {
                Sessions.execute(old.url(), sample(migration));
                try (ConnectionStore store = JdbcStores.open(old.url())) {
                    assertThat(store.scan("", 9)).containsExactly(ORDERS, OFFERING, LATER);
                    assertThat(store.slot()).contains(new KeySlot(3, "the keys of schema 1"));
                    assertThat(store.countSecretsByKey()).isEqualTo(Map.of(new KeyId(17), 1L, Rows.KEY, 2L));
                    assertThat(store.list(new ListQuery(EVERYTHING, MODELS, true, null, 9, 1_000)))
                            .containsExactly(OFFERING);
                    assertThat(store.replace(Rows.row(ORDERS.head().id(), "ws-1", "renamed", 4)))
                            .isEqualTo(DONE);
                }
            }
        }
    }

    @Test
    void theTablesOfEachVersionBecomeThoseOfThisOne() throws IOException {
        List<String> today;
        try (Kind.Fresh fresh = kind.newDatabase()) {
            JdbcStores.open(fresh.url()).close();
            today = Sessions.described(fresh.url());
        }
        for (Migration migration : Migration.ALL) {
            try (Kind.Fresh old = kind.newDatabase()) {
                Sessions.execute(old.url(), sample(migration));
                JdbcStores.open(old.url()).close();
                assertThat(Sessions.described(old.url())).isEqualTo(today);
            }
        }
    }

    private String[] sample(Migration migration) throws IOException {
        String resource = "samples/" + kind.name().toLowerCase(Locale.ROOT) + "/" + migration.version() + ".sql";
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .replaceAll(";$", "")
                    .split(";", -1);
        }
    }
}
