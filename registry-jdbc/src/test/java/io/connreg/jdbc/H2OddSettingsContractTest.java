package io.connreg.jdbc;

import io.connreg.spi.ConnectionStore;
import io.connreg.testkit.ConnectionStoreContract;
import java.util.UUID;

/** The same rules in memory, in a database whose settings blur what is equal. */
final class H2OddSettingsContractTest implements ConnectionStoreContract {
    private final String url = "jdbc:h2:mem:" + UUID.randomUUID()
            + ";IGNORECASE=TRUE;COLLATION=ENGLISH STRENGTH PRIMARY;MODE=MySQL;DATABASE_TO_UPPER=FALSE";

    @Override
    public ConnectionStore openNew() {
        return reopen();
    }

    @Override
    public ConnectionStore reopen() {
        return new JdbcStoreProvider().open(url);
    }

    @Override
    public boolean outlivesClose() {
        return false;
    }
}
