package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's program is compiled and run as a newcomer would. */
final class ReadmeTest {
    private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theHostProgramCompilesAndRuns() throws Exception {
        Path source = Files.writeString(folder.resolve("Host.java"), program());
        String classPath = System.getProperty("java.class.path");
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, null, complaints, "-cp", classPath, "-d", folder.toString(), source.toString());
        assertThat(compiled).as(complaints.toString(StandardCharsets.UTF_8)).isZero();

        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        folder + File.pathSeparator + classPath,
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

    private static String program() throws IOException {
        Matcher matcher = PROGRAM.matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
