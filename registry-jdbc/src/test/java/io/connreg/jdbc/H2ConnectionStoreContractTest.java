package io.connreg.jdbc;

import io.connreg.spi.ConnectionStore;
import io.connreg.testkit.ConnectionStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class H2ConnectionStoreContractTest implements ConnectionStoreContract {
    @TempDir
    Path directory;

    @Override
    public ConnectionStore openNew() {
        return reopen();
    }

    @Override
    public ConnectionStore reopen() {
        return JdbcStores.open("jdbc:h2:" + directory.resolve("registry"));
    }
}
