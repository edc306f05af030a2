package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of {@code docs/observing.md} compile; Micrometer, which is not here, is what they call of it. */
final class ObservingPageTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final String IMPORTS =
            "import io.connreg.*; import io.connreg.core.*;" + " import java.util.function.*; import java.util.*;\n";
    private static final String MICROMETER = """
            interface MeterRegistry {}
            interface Meter<T> { Meter<T> tag(String key, String value); void register(MeterRegistry meters); }
            interface FunctionCounter {
                static <T> Meter<T> builder(String name, T of, ToDoubleFunction<T> count) { throw new Error(); }
            }
            interface Gauge {
                static <T> Meter<T> builder(String name, T of, ToDoubleFunction<T> value) { throw new Error(); }
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void itsBlocksCompile() throws IOException {
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("..", "docs", "observing.md")))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(blocks).hasSize(3);
        String program = IMPORTS + MICROMETER + "class Page { static void open(MasterKey key) {" + blocks.get(0) + "}\n"
                + blocks.get(1) + blocks.get(2) + "}";
        Path source = Files.writeString(folder.resolve("Page.java"), program);
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();

        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        complaints,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        folder.toString(),
                        source.toString());
        assertThat(compiled).as(complaints.toString(StandardCharsets.UTF_8)).isZero();
    }
}
