package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ListConnections;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The page of limits says what the code does. */
final class LimitsPageTest {
    @Test
    void eachLimitStandsInThePage() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "limits.md"));

        Map.ofEntries(
                        Map.entry("name", Limits.NAME),
                        Map.entry("workspace id, user id", Limits.ID),
                        Map.entry("type", Limits.TYPE),
                        Map.entry("key of a config or a secret", Limits.KEY),
                        Map.entry("configs; secrets", Limits.ENTRIES),
                        Map.entry("value of a config", Limits.CONFIG),
                        Map.entry("value of a secret", Limits.SECRET_BYTES),
                        Map.entry("description", Limits.DESCRIPTION),
                        Map.entry("models", Limits.MODELS),
                        Map.entry("model id, display name", Limits.MODEL_TEXT),
                        Map.entry("model type", Limits.TYPE),
                        Map.entry("resource meta: instance id, instance name, extra", Limits.META),
                        Map.entry("a whole connection, as it is stored", Limits.DOCUMENT_BYTES),
                        Map.entry("a list's page", ListConnections.MAX_PAGE_SIZE),
                        Map.entry("a list's filter: a text", Limits.FILTER),
                        Map.entry("a list's filter: ids; types; model types", Limits.FILTER_ENTRIES),
                        Map.entry("tests at a time, those that do not end too", Limits.PROBES),
                        Map.entry("the documents of a list's page, together", Limits.PAGE_CHARACTERS))
                .forEach((what, limit) -> assertThat(page)
                        .contains("| " + what + " | " + String.format(Locale.ROOT, "%,d", limit) + " |"));
    }
}
