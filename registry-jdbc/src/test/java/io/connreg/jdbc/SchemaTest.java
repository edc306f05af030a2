package io.connreg.jdbc;

import static io.connreg.jdbc.Rows.row;
import static io.connreg.spi.WriteOutcome.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.RegistrySetupException;
import io.connreg.spi.ConnectionStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaTest {
    private static final String URL = "jdbc:h2:mem:schema";

    private Connection host;

    @BeforeEach
    void connect() throws SQLException {
        host = DriverManager.getConnection(URL);
    }

    @AfterEach
    void disconnect() throws SQLException {
        host.close();
    }

    @Test
    void openingAgainChangesNothing() throws SQLException {
        JdbcStores.open(URL).close();
        List<String> history = texts("select version, applied_micros from connreg_schema");
        List<String> tables = texts(
                "select table_name || last_modification from information_schema.tables where table_schema = 'PUBLIC'");
        JdbcStores.open(URL).close();
        assertThat(texts("select version, applied_micros from connreg_schema"))
                .isEqualTo(history)
                .hasSize(Migration.latest());
        assertThat(
                        texts(
                                "select table_name || last_modification from information_schema.tables where table_schema = 'PUBLIC'"))
                .isEqualTo(tables);
    }

    @Test
    void aMigrationThatWasCutOffAnywhereIsFinished() throws SQLException {
        for (Migration migration : Migration.ALL) {
            List<String> statements = migration.statements(new H2());
            for (int cut = 0; cut <= statements.size(); cut++) {
                execute("drop all objects");
                for (String statement : statements.subList(0, cut)) {
                    execute(statement);
                }
                try (ConnectionStore store = JdbcStores.open(URL)) {
                    assertThat(store.insert(row("c-1", "one"))).isEqualTo(DONE);
                    assertThat(texts("select version from connreg_schema")).hasSize(Migration.latest());
                }
            }
        }
    }

    @Test
    void manyStartersAgreeOnOneSchema(@TempDir Path dir) {
        for (int round = 0; round < 10; round++) {
            String url = "jdbc:h2:" + dir.resolve("db-" + round);
            List<ConnectionStore> stores = Threads.each(8, n -> JdbcStores.open(url));
            for (int n = 0; n < stores.size(); n++) {
                assertThat(stores.get(n).insert(row("c-" + n, "name-" + n))).isEqualTo(DONE);
            }
            assertThat(stores.get(0).scan("", 9)).hasSize(8);
            stores.forEach(ConnectionStore::close);
        }
    }

    @Test
    void tablesOfANewerLibraryAreRefusedAndLeftAlone() throws SQLException {
        execute(Migration.ALL.get(0).statements(new H2()).get(0));
        execute("insert into connreg_schema values (99, 98, 0)");
        assertThatThrownBy(() -> JdbcStores.open(URL))
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContaining("the tables need 98")
                .hasNoCause();
        assertThat(texts("select table_name from information_schema.tables where table_name like 'CONNREG%'"))
                .containsExactly("CONNREG_SCHEMA");
        assertThat(texts("select version from connreg_schema")).containsExactly("99");
    }

    @Test
    void tablesOfANewerLibraryThatThisOneMayStillUseAreUsed() throws SQLException {
        JdbcStores.open(URL).close();
        execute("insert into connreg_schema values (99, 1, 0)");
        try (ConnectionStore store = JdbcStores.open(URL)) {
            assertThat(store.insert(row("c-1", "one"))).isEqualTo(DONE);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = host.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = host.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
