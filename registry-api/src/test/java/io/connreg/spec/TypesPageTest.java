package io.connreg.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation's table is the schemas', to the character. */
final class TypesPageTest {
    private static final String BEGIN = "<!-- types -->\n";
    private static final String END = "\n<!-- /types -->";

    @Test
    void thePageOfTypesShowsTheSchemas() throws IOException {
        String page = Files.readString(repository().resolve("docs/types.md")).replace("\r\n", "\n");

        assertThat(page).containsOnlyOnce(BEGIN).containsOnlyOnce(END);
        assertThat(page.substring(page.indexOf(BEGIN) + BEGIN.length(), page.indexOf(END)))
                .overridingErrorMessage(
                        "docs/types.md does not show the schemas; between its marks must stand\n\n%s\n",
                        TypesTable.render())
                .isEqualTo(TypesTable.render());
    }

    private static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("docs/types.md")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no folder above this one holds docs/types.md"));
    }
}
