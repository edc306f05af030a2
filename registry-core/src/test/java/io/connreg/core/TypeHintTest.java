package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionType;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.spec.CustomSpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Types are open, but one that is a slip of the pen away from a known one is hardly another. */
final class TypeHintTest {
    private final Desk desk = new Desk();

    @ParameterizedTest
    @CsvSource({
        "RdsConnection, RDSConnection",
        "MilvusConection, MilvusConnection",
        "elasticsearchConnection, ElasticsearchConnection",
        "OpenLLMConnections, OpenLLMConnection"
    })
    void aSlipOfThePenIsToldWithWhatWasMeant(String written, String meant) {
        assertThatThrownBy(() -> create(written))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("type: is not a known type; did you mean " + meant + "?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DeepSeekConnection", "FunctionAIMCPConnection", "CustomMCPConnection", "X"})
    void anotherTypeIsKept(String written) {
        assertThat(create(written)).isEqualTo(written);
    }

    private String create(String type) {
        return desk.alice
                .create(CreateConnection.of("c", CustomSpec.ofType(new ConnectionType(type))))
                .type()
                .value();
    }
}
