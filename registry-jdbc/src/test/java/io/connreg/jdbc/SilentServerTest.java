package io.connreg.jdbc;

import static io.connreg.jdbc.Rows.row;
import static io.connreg.spi.WriteOutcome.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.ConnectionStore;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server that is gone without a word is not waited for for ever. H2's driver would. */
final class SilentServerTest {
    @Test
    void aSilentPostgreSqlIsGivenUp() throws IOException {
        aSilentServerIsGivenUp(Kind.POSTGRESQL);
    }

    @Test
    @Tag("mariadb")
    void aSilentMariaDbIsGivenUp() throws IOException {
        aSilentServerIsGivenUp(Kind.MARIADB);
    }

    private static void aSilentServerIsGivenUp(Kind kind) throws IOException {
        try (Kind.Fresh database = kind.newDatabase();
                Wire wire = new Wire(database.url());
                ConnectionStore store = JdbcStores.open(
                        wire.url(database.url()), JdbcOptions.DEFAULT.statementTimeout(Duration.ofSeconds(1)))) {
            store.find("so that there is a connection");
            wire.fallSilent();
            assertThat(store.insert(row("c-1", "one"))).isEqualTo(DONE);
            assertThat(store.find("c-1")).isPresent();
        }
    }
}
