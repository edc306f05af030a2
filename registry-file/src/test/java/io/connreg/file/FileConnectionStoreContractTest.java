package io.connreg.file;

import io.connreg.spi.ConnectionStore;
import io.connreg.testkit.ConnectionStoreContract;
import io.connreg.testkit.CrashCopy;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

final class FileConnectionStoreContractTest implements ConnectionStoreContract {
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

    @Override
    public boolean takesSecondOpener() {
        return false;
    }

    private static ConnectionStore open(Path data) {
        return new FileStoreProvider().open("file:" + data);
    }
}
