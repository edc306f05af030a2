package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The blocks of {@code docs/observing.md} compile; Micrometer, which is not here, is what they call of it. */
final class ObservingPageTest {
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
        List<String> blocks = JavaPage.blocks("docs/observing.md");
        assertThat(blocks).hasSize(3);
        String program = IMPORTS + MICROMETER + "class Page { static void open(MasterKey key) {" + blocks.get(0) + "}\n"
                + blocks.get(1) + blocks.get(2) + "}";
        JavaPage.compile("Page", program, folder);
    }
}
