package io.connreg.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.connreg.spi.ConnectionStore;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;

/** A client that is stopped in the middle of a write loses its transaction, and nothing that was acknowledged. */
@Tag("slow")
final class SilentClientTest {
    @Nested
    final class OnPostgreSql extends SilentClientRules {
        OnPostgreSql() {
            super(Kind.POSTGRESQL);
        }
    }

    @Nested
    final class OnAHostsPostgreSql extends SilentClientRules {
        OnAHostsPostgreSql() {
            super(Kind.POSTGRESQL);
        }

        @AutoClose
        private final HikariDataSource pool = new HikariDataSource();

        @Override
        ConnectionStore opened(String url, JdbcOptions options) {
            pool.setJdbcUrl(url);
            return JdbcStores.on(pool, options);
        }
    }

    @Nested
    @Tag("mariadb")
    final class OnMariaDb extends SilentClientRules {
        OnMariaDb() {
            super(Kind.MARIADB);
        }
    }
}
