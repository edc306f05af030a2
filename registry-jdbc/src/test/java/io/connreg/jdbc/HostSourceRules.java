package io.connreg.jdbc;

import static io.connreg.jdbc.Deed.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.RegistrySetupException;
import io.connreg.StorageException;
import io.connreg.spi.ConnectionStore;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a host's source on every kind of database. */
abstract class HostSourceRules extends DatabaseRules {
    HostSourceRules(Kind kind) {
        super(kind);
    }

    @ParameterizedTest
    @CsvSource({"true, 2", "false, 2", "true, 4", "false, 4", "true, 8", "false, 8"})
    void aConnectionComesBackAsItWentOut(boolean autoCommit, int isolation) throws SQLException {
        try (ConnectionStore straight = JdbcStores.open(database.url());
                OneConnection pool = new OneConnection(database.url(), true)) {
            pool.inside().setTransactionIsolation(isolation);
            pool.inside().setAutoCommit(autoCommit);
            try (ConnectionStore store = JdbcStores.on(pool.source())) {
                for (Deed deed : Deed.values()) {
                    Deed.Attempt attempt = deed.prepare(straight, 0);
                    assertThat(attempt.act().apply(store)).isEqualTo(attempt.done());
                    assertThat(attempt.contents().apply(database.url())).isEqualTo(attempt.after());
                }
                assertThatThrownBy(() -> store.insert(version("insert-0", 1))).isInstanceOf(StorageException.class);
            }
            assertThat(pool.isOut()).isFalse();
            assertThat(pool.inside().getAutoCommit()).isEqualTo(autoCommit);
            assertThat(pool.inside().getTransactionIsolation()).isEqualTo(isolation);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theTransactionOfAHostIsLeftAloneAndTheSourceBehindItIsAskedFor(boolean committed) throws SQLException {
        Sessions.execute(database.url(), "create table host (n int)");
        TransactionAwareDataSourceProxy source = new TransactionAwareDataSourceProxy(database.url());
        try (ConnectionStore store = JdbcStores.on(anonymous(source))) {
            store.insert(version("c-1", 1));
            Connection host = source.begin();
            Sessions.execute(host, "insert into host values (1)");
            assertThatThrownBy(() -> store.insert(version("c-2", 1)))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("insert connection 'c-2'")
                    .hasMessageContaining("a transaction that the host has open")
                    .hasMessageContaining("Nothing was written");
            assertThatThrownBy(() -> store.find("c-1")).isInstanceOf(StorageException.class);
            assertThat(host.getAutoCommit()).isFalse();
            assertThat(Sessions.texts(database.url(), "select n from host")).isEmpty();
            Sessions.execute(host, "insert into host values (2)");
            if (committed) {
                host.commit();
            } else {
                host.rollback();
            }
            source.end();
            assertThat(Sessions.texts(database.url(), "select n from host")).hasSize(committed ? 2 : 0);
            assertThat(store.scan("", 9)).hasSize(1);
            assertThat(Contents.ofAll(database.url())).hasSize(1);
        }
    }

    /** A source whose class does not tell by its name. */
    private static DataSource anonymous(TransactionAwareDataSourceProxy source) {
        return (DataSource) Proxy.newProxyInstance(
                HostSourceRules.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> source.getConnection());
    }

    @Test
    void aSourceThatIsKnownToFollowTransactionsIsRefusedAtOnce() {
        TransactionAwareDataSourceProxy source = new TransactionAwareDataSourceProxy(database.url()) {};
        assertThatThrownBy(() -> JdbcStores.on(source))
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContaining("Give the registry the DataSource behind it");
    }
}
