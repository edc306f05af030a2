package io.connreg.jdbc;

import static io.connreg.jdbc.Rows.row;
import static io.connreg.spi.WriteOutcome.DONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.connreg.RegistrySetupException;
import io.connreg.spi.ConnectionStore;
import org.junit.jupiter.api.Test;

/** What holds on each server when a store is opened. */
abstract class ServerOpeningRules extends DatabaseRules {
    private static final String USER = "registry_test_app";

    ServerOpeningRules(Kind kind) {
        super(kind);
    }

    /** A user who may not make tables in this database. */
    abstract String[] makeUser(String database, String user);

    /** What lets the user change rows of tables that are there now. */
    abstract String[] allowRows(String user);

    abstract String dropUser(String user);

    @Test
    void aUrlThatLeadsNowhereIsRefusedWithTheReason() {
        String url = database.url();
        assertRefused(url.replaceAll("password=[^&]*", "password=canary"), "the user or the password is wrong");
        assertRefused(url.replaceAll("/[^/?]*[?]", "/registry_test_none?"), "there is no such database");
        assertRefused(url.replaceAll(":[0-9]+/", ":1/"), "the server does not answer");
    }

    @Test
    void whereTheUserMayNotMakeTablesAnAdminMakesThem() {
        String name = database.url().replaceAll(".*/([^?]*).*", "$1");
        String url =
                database.url().replaceAll("user=[^&]*", "user=" + USER).replaceAll("password=[^&]*", "password=canary");
        Sessions.execute(database.adminUrl(), makeUser(name, USER));
        try {
            assertRefused(url, "let an admin run what JdbcStores.ddl prints");
            JdbcOptions options = JdbcOptions.DEFAULT.tablePrefix("apart_");
            Sessions.execute(database.url(), JdbcStores.ddl(url, options).split(";\\s*"));
            Sessions.execute(database.url(), allowRows(USER));
            try (ConnectionStore store = JdbcStores.open(url, options)) {
                for (Deed deed : Deed.values()) {
                    Deed.Attempt attempt = deed.prepare(store, 0);
                    assertThat(attempt.act().apply(store)).isEqualTo(attempt.done());
                }
            }
        } finally {
            database.close();
            Sessions.execute(database.adminUrl(), dropUser(USER));
        }
    }

    @Test
    void registriesUnderTwoPrefixesDoNotSeeEachOther() {
        try (ConnectionStore one = JdbcStores.open(database.url());
                ConnectionStore other = JdbcStores.open(database.url(), JdbcOptions.DEFAULT.tablePrefix("other_"))) {
            assertThat(one.insert(row("c-1", "one"))).isEqualTo(DONE);
            assertThat(other.find("c-1")).isEmpty();
            assertThat(other.insert(row("c-1", "one"))).isEqualTo(DONE);
            assertThat(other.delete("c-1", 1)).isEqualTo(DONE);
            assertThat(one.find("c-1")).isPresent();
            assertThat(one.countSecretsByKey()).hasSize(1);
            assertThat(other.countSecretsByKey()).isEmpty();
        }
    }

    private static void assertRefused(String url, String reason) {
        RegistrySetupException refusal = catchThrowableOfType(
                RegistrySetupException.class, () -> JdbcStores.open(url).close());
        assertThat(refusal).as(reason).isNotNull().hasMessageContaining(reason);
        assertThat(refusal.getMessage()).doesNotContain("password=", "user=", "canary");
        assertThat(refusal).hasNoCause().hasNoSuppressedExceptions();
    }
}
