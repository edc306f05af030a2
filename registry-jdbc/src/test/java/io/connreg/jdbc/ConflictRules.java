package io.connreg.jdbc;

import static io.connreg.jdbc.Deed.version;
import static io.connreg.spi.WriteOutcome.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.StorageException;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.WriteOutcome;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every kind of database when another session is in the way. */
abstract class ConflictRules extends DatabaseRules {
    ConflictRules(Kind kind) {
        super(kind);
    }

    /** Each holds the row that the other wants; the database ends one of them. */
    @Test
    void aWriteThatLosesADeadlockIsDoneAgain() throws SQLException {
        try (ConnectionStore store = JdbcStores.open(database.url());
                Connection other = DriverManager.getConnection(database.url())) {
            store.insert(version("a", 1));
            store.insert(version("b", 1));
            other.setAutoCommit(false);
            assertThat(touch(other, "b")).isTrue();
            CompletableFuture<List<WriteOutcome>> outcomes =
                    CompletableFuture.supplyAsync(() -> store.replaceAll(List.of(version("a", 2), version("b", 2))));
            Sessions.await(database.adminUrl(), kind.waiting, 1);
            touch(other, "a");
            other.rollback();
            assertThat(outcomes.join()).containsExactly(DONE, DONE);
            assertThat(Contents.ofRows("a", "b").apply(database.url()))
                    .isEqualTo(Contents.row(2).repeat(2));
        }
    }

    /** Whether it was done. */
    private static boolean touch(Connection session, String id) {
        String update = "update connreg_connection set revision = revision + 1 where id = ?";
        try (PreparedStatement statement = session.prepareStatement(update)) {
            statement.setBytes(1, Utf8.stored(id));
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if (SqlFault.of(e) == SqlFault.CONFLICT) {
                return false;
            }
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWriteThatIsHeldUpForTooLongIsGivenUpAndNotDone(boolean ownPool) throws SQLException {
        JdbcOptions options = JdbcOptions.DEFAULT.statementTimeout(Duration.ofSeconds(1));
        try (ConnectionStore straight = JdbcStores.open(database.url());
                ConnectionStore store = ownPool
                        ? JdbcStores.open(database.url(), options)
                        : JdbcStores.on(new FaultySource(database.url()).source(), options)) {
            Deed.Attempt attempt = Deed.REPLACE.prepare(straight, 0);
            try (Connection other = DriverManager.getConnection(database.url())) {
                other.setAutoCommit(false);
                Sessions.execute(other, kind.lock.split(";"));
                assertThatThrownBy(() -> attempt.act().apply(store))
                        .isInstanceOf(StorageException.class)
                        .hasMessageContaining("replace connection 'replace-0'")
                        .hasMessageContaining("another transaction was in the way, or it took too long")
                        .hasMessageContaining("Nothing was written; try again")
                        .hasNoCause();
                other.rollback();
            }
            assertThat(attempt.contents().apply(database.url())).isEqualTo(attempt.before());
            assertThat(attempt.act().apply(store)).isEqualTo(attempt.done());
            assertThat(attempt.contents().apply(database.url())).isEqualTo(attempt.after());
        }
    }
}
