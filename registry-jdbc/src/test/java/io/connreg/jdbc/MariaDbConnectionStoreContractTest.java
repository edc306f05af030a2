package io.connreg.jdbc;

import io.connreg.servers.MariaDbServer;
import io.connreg.servers.TestDatabase;
import io.connreg.spi.ConnectionStore;
import io.connreg.testkit.ConnectionStoreContract;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;

@Tag("mariadb")
final class MariaDbConnectionStoreContractTest implements ConnectionStoreContract {
    @AutoClose
    private final TestDatabase database = MariaDbServer.shared().newDatabase();

    @Override
    public ConnectionStore openNew() {
        return reopen();
    }

    @Override
    public ConnectionStore reopen() {
        return JdbcStores.open(database.url());
    }

    /** What a killed process leaves on a server is what another connection sees. */
    @Override
    public ConnectionStore reopenAfterCrash() {
        return reopen();
    }
}
