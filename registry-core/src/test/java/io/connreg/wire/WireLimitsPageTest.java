package io.connreg.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of limits says what the wire does. */
final class WireLimitsPageTest {
    @Test
    void eachLimitStandsInThePage() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "limits.md"));

        Map.of(
                        "a request's body", WireJson.MAX_BODY,
                        "names and values in a body, brackets too", WireBody.MOST_TOKENS,
                        "a query", WireQuery.LONGEST,
                        "a list's page in the clear", ListReader.MOST_IN_PLAIN_TEXT)
                .forEach((what, limit) -> assertThat(page)
                        .contains("| " + what + " | " + String.format(Locale.ROOT, "%,d", limit) + " |"));
    }
}
