package io.connreg.jdbc;

import static io.connreg.jdbc.Rows.row;
import static io.connreg.spi.WriteOutcome.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.RegistrySetupException;
import io.connreg.spi.ConnectionStore;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds of the tables on every kind of database. */
abstract class SchemaRules extends DatabaseRules {
    private static final int ROUNDS = 4;

    SchemaRules(Kind kind) {
        super(kind);
    }

    private Dialect dialect() {
        return Dialects.of(database.url()).orElseThrow();
    }

    @Test
    void aMigrationThatWasCutOffAnywhereIsFinished() {
        for (Migration migration : Migration.ALL) {
            List<String> statements = migration.statements(dialect());
            for (int cut = 0; cut <= statements.size(); cut++) {
                try (Kind.Fresh fresh = kind.newDatabase()) {
                    Sessions.execute(fresh.url(), statements.subList(0, cut).toArray(String[]::new));
                    try (ConnectionStore store = JdbcStores.open(fresh.url())) {
                        assertThat(store.insert(row("c-1", "one"))).isEqualTo(DONE);
                        assertThat(Sessions.texts(fresh.url(), "select version from connreg_schema"))
                                .hasSize(Migration.latest());
                    }
                }
            }
        }
    }

    @Test
    void manyStartersAgreeOnOneSchema() {
        for (int round = 0; round < ROUNDS; round++) {
            try (Kind.Fresh fresh = kind.newDatabase()) {
                List<ConnectionStore> stores = Threads.each(8, n -> JdbcStores.open(fresh.url()));
                for (int n = 0; n < stores.size(); n++) {
                    assertThat(stores.get(n).insert(row("c-" + n, "name-" + n))).isEqualTo(DONE);
                }
                assertThat(stores.get(0).scan("", 9)).hasSize(8);
                stores.forEach(ConnectionStore::close);
                assertThat(Sessions.texts(fresh.url(), "select version from connreg_schema"))
                        .hasSize(Migration.latest());
            }
        }
    }

    @Test
    void tablesOfANewerLibraryAreRefusedAndLeftAlone() {
        Sessions.execute(
                database.url(),
                Migration.ALL.get(0).statements(dialect()).get(0),
                "insert into connreg_schema values (99, 98, 0)");
        assertThatThrownBy(() -> JdbcStores.open(database.url()))
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContaining("the tables need 98")
                .hasNoCause();
        assertThat(Sessions.texts(
                        database.url(),
                        "select table_name from information_schema.tables where lower(table_name) like 'connreg%'"))
                .map(String::toLowerCase)
                .containsExactly("connreg_schema");
        assertThat(Sessions.texts(database.url(), "select version from connreg_schema"))
                .containsExactly("99");
    }

    @Test
    void tablesOfANewerLibraryThatThisOneMayStillUseAreUsed() {
        JdbcStores.open(database.url()).close();
        Sessions.execute(database.url(), "insert into connreg_schema values (99, 1, 0)");
        try (ConnectionStore store = JdbcStores.open(database.url())) {
            assertThat(store.insert(row("c-1", "one"))).isEqualTo(DONE);
        }
    }
}
