package io.connreg.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Secret;
import io.connreg.ValidationResult;
import io.connreg.spec.OpenLlmSpec;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A far side that repeats the key wherever it can say anything is not repeated. */
final class HttpSilenceTest {
    private static final String CANARY = "c4nary-Zq79vX2";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c4nary-Zq79vX2",
                "HTTP/1.1 401 c4nary-Zq79vX2\r\n\r\n",
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/c4nary-Zq79vX2\r\n\r\n",
                "HTTP/1.1 200 OK\r\nc4nary-Zq79vX2\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n{\"c4nary-Zq79vX2\":c4nary-Zq79vX2",
                "HTTP/1.1 200 OK\r\n\r\n{\"data\":[{\"id\":\"c4nary-Zq79vX2\"}]}"
            })
    void theKeyIsInNoResult(String answer) throws IOException {
        try (FarSide service = FarSide.answering(answer + "\r\n\r\n")) {
            OpenLlmSpec spec = OpenLlmSpec.at(service.url()).apiKey(Secret.of(CANARY));
            ValidationResult result = Validation.of(spec, Validation.builder());

            assertThat(service.request()).contains(CANARY);
            assertThat(result.toString()).doesNotContain(CANARY);
        }
    }
}
