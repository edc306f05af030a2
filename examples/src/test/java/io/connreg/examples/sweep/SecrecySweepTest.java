package io.connreg.examples.sweep;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Secrets go through everything that can happen to them, on every store: all public methods, all failures, every log level.
 * They are then nowhere but where they were asked for.
 */
@Tag("slow")
final class SecrecySweepTest {
    @TempDir
    private Path folder;

    @Test
    void aSecretIsNowhereInTheClearInMemory() throws Throwable {
        sweep(FolderHouse.memory(), folder);
    }

    @Test
    void aSecretIsNowhereInTheClearOnH2() throws Throwable {
        sweep(FolderHouse.h2(folder), folder);
    }

    @Test
    void aSecretIsNowhereInTheClearInFiles() throws Throwable {
        sweep(FolderHouse.files(folder), folder);
    }

    @Test
    void aSecretIsNowhereInTheClearOnPostgreSql() throws Throwable {
        sweep(ServerHouse.postgreSql(), folder);
    }

    static void sweep(House house, Path folder) throws Throwable {
        try (house) {
            System.out.println(new Sweep(house, folder).run());
        }
    }
}
