package io.connreg.examples.sweep;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("mariadb")
final class SecrecySweepOnMariaDbTest {
    @TempDir
    private Path folder;

    @Test
    void aSecretIsNowhereInTheClearOnMariaDb() throws Throwable {
        SecrecySweepTest.sweep(ServerHouse.mariaDb(), folder);
    }
}
