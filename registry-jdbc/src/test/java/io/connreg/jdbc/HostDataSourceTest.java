package io.connreg.jdbc;

import static io.connreg.jdbc.Rows.next;
import static io.connreg.jdbc.Rows.row;
import static io.connreg.spi.WriteOutcome.DONE;
import static io.connreg.spi.WriteOutcome.NAME_TAKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.connreg.RegistrySetupException;
import io.connreg.StorageException;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HostDataSourceTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aConnectionComesBackAsItWentOut(boolean autoCommit) throws SQLException {
        ConnectionWrite row = row("c-1", "one");
        JdbcStores.open("jdbc:h2:" + dir.resolve("db")).close();
        try (OneConnection pool = new OneConnection("jdbc:h2:" + dir.resolve("db"), autoCommit);
                ConnectionStore store =
                        JdbcStores.on(pool.source(), JdbcOptions.DEFAULT.durability(Durability.POWER_LOSS))) {
            assertThat(store.insert(row)).isEqualTo(DONE);
            assertThat(store.insert(row("c-2", "one"))).isEqualTo(NAME_TAKEN);
            assertThat(store.replaceAll(List.of(next(row, "two")))).containsExactly(DONE);
            assertThatThrownBy(() -> store.insert(row("c-1", "three"))).isInstanceOf(StorageException.class);
            assertThat(store.find("c-1")).isPresent();
            assertThat(pool.isOut()).isFalse();
            assertThat(pool.inside().getAutoCommit()).isEqualTo(autoCommit);
            try (Statement statement = pool.inside().createStatement()) {
                ResultSet session =
                        statement.executeQuery("select contains_uncommitted from information_schema.sessions"
                                + " where session_id = session_id()");
                assertThat(session.next()).isTrue();
                assertThat(session.getBoolean(1)).isFalse();
            }
        }
    }

    @Test
    void aPoolOfOneConnectionIsToldThatTheTablesNeedASecondWhenTheyAreMade() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:" + dir.resolve("db"));
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            assertThatThrownBy(() -> JdbcStores.on(pool))
                    .isInstanceOf(RegistrySetupException.class)
                    .hasMessageContaining("second connection")
                    .hasNoCause();
        }
    }

    @Test
    void aPoolOfOneConnectionIsEnoughOnceThereAreTablesAndIsNotClosed() throws SQLException {
        JdbcStores.open("jdbc:h2:" + dir.resolve("db")).close();
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:" + dir.resolve("db"));
        config.setMaximumPoolSize(1);
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            ConnectionStore store = JdbcStores.on(pool);
            assertThat(Threads.each(8, n -> store.insert(row("c-" + n, "name-" + n))))
                    .containsOnly(DONE);
            store.close();
            assertThatThrownBy(() -> store.find("c-1")).isInstanceOf(IllegalStateException.class);
            assertThat(pool.isClosed()).isFalse();
            try (Connection connection = pool.getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void whatTheHostHasNotCommittedIsNotCommittedByTheRegistry() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:" + dir.resolve("db"));
        config.setAutoCommit(false);
        try (HikariDataSource pool = new HikariDataSource(config);
                ConnectionStore store = JdbcStores.on(pool);
                Connection host = pool.getConnection();
                Statement statement = host.createStatement()) {
            statement.execute("create table host (n int)");
            statement.execute("insert into host values (1)");
            assertThat(store.insert(row("c-1", "one"))).isEqualTo(DONE);
            host.rollback();
            assertThat(store.find("c-1")).isPresent();
            ResultSet rows = statement.executeQuery("select * from host");
            assertThat(rows.next()).isFalse();
        }
    }
}
