package io.connreg.jdbc;

import io.connreg.spi.ConnectionStore;
import io.connreg.testkit.ConnectionStoreContract;
import io.connreg.testkit.CrashCopy;
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
        return open(directory.resolve("data"));
    }

    @Override
    public ConnectionStore reopenAfterCrash() {
        return open(CrashCopy.of(directory.resolve("data")));
    }

    private static ConnectionStore open(Path data) {
        return JdbcStores.open("jdbc:h2:" + data.resolve("registry"));
    }
}
