package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's program is compiled and run as a newcomer would. */
final class ReadmeTest {
    @TempDir
    private Path folder;

    @Test
    void theHostProgramCompilesAndRuns() throws Exception {
        JavaPage.compile("Host", JavaPage.blocks("README.md").get(0), folder);

        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + File.pathSeparator + System.getProperty("java.class.path"),
                        "Host")
                .directory(folder.toFile())
                .redirectError(folder.resolve("complaints").toFile())
                .start();
        List<String> output = new String(host.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(host.waitFor())
                .as(Files.readString(folder.resolve("complaints")))
                .isZero();
        assertThat(output.get(0)).startsWith("ConnectionView[id=conn-").doesNotContain("s3cret");
        assertThat(output).contains("db.internal 6", "orders-db");
        assertThat(folder.resolve("master.key")).exists();
        assertThat(folder.resolve("data/registry.mv.db")).exists();
    }
}
