package io.connreg.jdbc;

import static io.connreg.jdbc.Rows.row;
import static io.connreg.spi.WriteOutcome.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.spi.ConnectionStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** H2 closes a database whose file an interrupted thread touches. */
final class InterruptTest {
    @TempDir
    Path dir;

    @AfterEach
    void forget() {
        Thread.interrupted();
    }

    @Test
    void anInterruptedThreadDoesItsWorkAndStaysInterrupted() {
        try (ConnectionStore store = JdbcStores.open(url())) {
            Thread.currentThread().interrupt();
            assertThat(store.insert(row("c-1", "one"))).isEqualTo(DONE);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(store.find("c-1")).isPresent();
        }
    }

    @Test
    void aDatabaseThatWasClosedUnderTheStoreIsOpenedAgainByTheNextRead() {
        try (ConnectionStore store = JdbcStores.open(url())) {
            Threads.each(8, n -> store.insert(row("c-" + n, "name-" + n)));
            closeByInterrupt();
            assertThat(store.scan("", 9)).hasSize(8);
        }
    }

    @Test
    void aDatabaseThatWasClosedUnderTheStoreIsOpenedAgainByTheNextWrite() {
        try (ConnectionStore store = JdbcStores.open(url())) {
            Threads.each(8, n -> store.insert(row("c-" + n, "name-" + n)));
            closeByInterrupt();
            assertThat(store.insert(row("c-9", "name-9"))).isEqualTo(DONE);
            assertThat(store.scan("", 10)).hasSize(9);
        }
    }

    private void closeByInterrupt() {
        assertThatThrownBy(this::writeInterrupted).isInstanceOf(SQLException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private void writeInterrupted() throws SQLException {
        try (Connection host = DriverManager.getConnection(url());
                Statement statement = host.createStatement()) {
            statement.execute("create table host (n int)");
            Thread.currentThread().interrupt();
            statement.execute("insert into host values (1)");
        }
    }

    private String url() {
        return "jdbc:h2:" + dir.resolve("db");
    }
}
