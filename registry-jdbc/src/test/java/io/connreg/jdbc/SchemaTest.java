package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class SchemaTest {
    @Nested
    final class OnH2 extends SchemaRules {
        OnH2() {
            super(Kind.H2);
        }
    }

    @Nested
    final class OnPostgreSql extends SchemaRules {
        OnPostgreSql() {
            super(Kind.POSTGRESQL);
        }
    }

    @Nested
    @Tag("mariadb")
    final class OnMariaDb extends SchemaRules {
        OnMariaDb() {
            super(Kind.MARIADB);
        }
    }

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
