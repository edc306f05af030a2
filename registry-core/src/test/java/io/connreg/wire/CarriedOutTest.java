package io.connreg.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.InvalidRequestException;
import io.connreg.Problem;
import io.connreg.core.Registries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is right as JSON and wrong as a request is told when the request is carried out. */
final class CarriedOutTest {

    @ParameterizedTest
    @CsvSource({"name, \\ud83d, '', ''", "description, '', \\udd11, ''", "configs.key, '', '', a\\ud83d"})
    void aHalfOfASurrogatePairIsRefusedInAllOtherTexts(String path, String name, String description, String config) {
        String json =
                "{\"ConnectionName\":\"n" + name + "\",\"ConnectionType\":\"CustomConnection\",\"Description\":\"d"
                        + description + "\",\"Configs\":{\"key\":\"" + config + "\"}}";

        try (ConnectionRegistry registry = Registries.inMemory()) {
            Connections connections = registry.actingAs(Caller.user("alice").memberOf("ws-1"));
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> connections.create(WireJson.strict().readCreate(json)))
                    .satisfies(refused -> assertThat(refused.problems())
                            .containsExactly(new Problem(path, Problem.MALFORMED, "holds an unpaired surrogate")));
        }
    }

    @Test
    void aLineFeedInAKeyStaysOutOfTheMessage() {
        String json =
                "{\"ConnectionName\":\"n\",\"ConnectionType\":\"CustomConnection\",\"Configs\":{\"a\\nERROR\":[]}}";

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> WireJson.strict().readCreate(json))
                .withMessageEndingWith("\n  Configs.a?ERROR: must be a text [MALFORMED]");
    }
}
