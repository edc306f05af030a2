package io.connreg.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.Problem;
import io.connreg.Secret;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no JSON, or JSON that nobody should have to read: one answer, and nothing of the input in it. */
final class BrokenBodyTest {
    private static final String CANARY = "canary7c1f";
    private static final String UNCLOSED =
            "{'ConnectionName':'c','ConnectionType':'CustomConnection','Secrets':{'p':'" + CANARY + "'}";

    static Stream<String> brokenBodies() {
        return Stream.of(
                        UNCLOSED,
                        UNCLOSED + "} " + CANARY,
                        UNCLOSED + "}{}",
                        UNCLOSED + "},",
                        UNCLOSED + ",'Secrets':{'p':'" + CANARY + "'}}",
                        "{'Secrets':{'" + CANARY + "':'a','" + CANARY + "':'b'}}",
                        "{'" + CANARY + "':1,'" + CANARY + "':2}",
                        "{'Models':[{'" + CANARY + "':1,'" + CANARY + "':2}]}",
                        "{'Secrets':{'p':'" + CANARY,
                        "{'Secrets':{'p':" + CANARY + "}}",
                        "{'Secrets':{'p':'\\x" + CANARY + "'}}",
                        "{'Secrets':{'p':'\\u12-" + CANARY + "'}}",
                        "{'Secrets':{'p':'" + CANARY + "\n'}}",
                        "{'Secrets':{'p':'" + CANARY + "\0'}}",
                        "{'Secrets':{'p':0123" + CANARY + "}}",
                        "{'Secrets':{'p':NaN}}" + CANARY,
                        "{/*" + CANARY + "*/}",
                        "{Secrets:'" + CANARY + "'}",
                        "['" + CANARY + "']]",
                        CANARY)
                .map(json -> json.replace('\'', '"'));
    }

    static Stream<String> excessiveBodies() {
        return Stream.of(
                        "{'Secrets':{'p':" + "9".repeat(2_000) + "},'x':'" + CANARY + "'}",
                        "{'" + CANARY.repeat(10_000) + "':1}",
                        "[".repeat(5_000) + "'" + CANARY + "'",
                        "{'a':".repeat(5_000) + "'" + CANARY + "'" + "}".repeat(5_000),
                        many("{'Models':[", i -> "1", "]}"),
                        many("{'Models':[", i -> "{}", "]}"),
                        many("{'Models':[{", i -> "'m" + i + "':0", "}]}"),
                        many("{'Configs':{", i -> "'" + i + "':'" + CANARY + "'", "}}"),
                        many("{'Secrets':{", i -> "'" + i + "':'" + CANARY + "'", "}}"),
                        many("{", i -> "'" + CANARY + i + "':0", "}"))
                .map(json -> json.replace('\'', '"'));
    }

    /** Few bytes, and much more memory and work once they are read. */
    private static String many(String head, IntFunction<String> part, String tail) {
        return IntStream.range(0, 100_000).mapToObj(part).collect(Collectors.joining(",", head, tail));
    }

    @ParameterizedTest
    @MethodSource("brokenBodies")
    void aBrokenBodyIsRefusedByItsPlaceAndWithNothingOfTheInput(String json) {
        isRefused(json, Problem.MALFORMED, "column ");
    }

    @ParameterizedTest
    @MethodSource("excessiveBodies")
    void anExcessiveBodyIsRefusedWithNothingOfTheInput(String json) {
        isRefused(json, Problem.TOO_LARGE, "is nested too deeply, has more than 10000 names and values, or ");
    }

    private static void isRefused(String json, String code, String said) {
        for (WireJson wire : new WireJson[] {WireJson.strict(), WireJson.lenient()}) {
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> wire.readCreate(json))
                    .satisfies(refused -> {
                        assertThat(refused.problems())
                                .extracting(Problem::path, Problem::code)
                                .containsExactly(tuple("body", code));
                        assertThat(printed(refused)).contains(said).doesNotContain("canary", "7c1f", "999");
                    });
        }
    }

    private static String printed(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedBeforeItIsRead() {
        String json = UNCLOSED.replace('\'', '"') + " ".repeat(4 * 1024 * 1024);

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> WireJson.strict().readCreate(json))
                .satisfies(refused -> assertThat(refused.problems())
                        .containsExactly(new Problem("body", Problem.TOO_LARGE, "may have at most 4194304 characters")))
                .satisfies(refused -> assertThat(printed(refused)).doesNotContain(CANARY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud83d", "\\udd11", "\\udd11\\ud83d", "\\ud83dx", "\uD83D"})
    void aHalfOfASurrogatePairIsNoSecret(String half) {
        String json =
                "{'ConnectionName':'c','ConnectionType':'t','Configs':{},'Secrets':{'p':'" + CANARY + half + "'}}";

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> WireJson.strict().readCreate(json.replace('\'', '"')))
                .satisfies(refused -> assertThat(refused.problems())
                        .containsExactly(new Problem("Secrets.p", Problem.MALFORMED, "holds an unpaired surrogate")))
                .satisfies(refused -> assertThat(printed(refused)).doesNotContain(CANARY));
    }

    @Test
    void aWholePairIsASecretHoweverItIsWritten() {
        CreateConnection request = WireJson.strict()
                .readCreate("{\"ConnectionName\":\"c\",\"ConnectionType\":\"t\",\"Configs\":{},"
                        + "\"Secrets\":{\"a\":\"\\ud83d\\udd11\",\"b\":\"🔑\",\"c\":\"\\u0000\"}}");

        assertThat(request.spec().secrets().values())
                .containsExactly(Secret.of("🔑"), Secret.of("🔑"), Secret.of("\0"));
    }
}
