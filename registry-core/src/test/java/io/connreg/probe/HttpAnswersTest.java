package io.connreg.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Secret;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.DashScopeSpec;
import io.connreg.spec.ElasticsearchSpec;
import io.connreg.spec.LindormSpec;
import io.connreg.spec.MilvusSpec;
import io.connreg.spec.OpenLlmSpec;
import io.connreg.spec.OpenSearchSpec;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers are those of a service of the type, and what the others come to. */
final class HttpAnswersTest {
    private static final Secret KEY = Secret.of("sk-1");
    private static final String MODELS = "{\"object\":\"list\",\"data\":[{\"id\":\"qwen\",\"object\":\"model\"}]}";
    private static final String ELASTICSEARCH = "{\"name\":\"n\",\"cluster_name\":\"c\",\"cluster_uuid\":\"u\","
            + "\"version\":{\"number\":\"8.11.0\",\"build\":{\"a\":[1]}},\"tagline\":\"You Know, for Search\"}";
    private static final String OPEN_SEARCH =
            ELASTICSEARCH.replace("\"number\"", "\"distribution\":\"opensearch\",\"number\"");

    private static final Function<String, ConnectionSpec> OPEN_LLM = HttpAnswersTest::openLlm;
    private static final Function<String, ConnectionSpec> ELASTIC = ElasticsearchSpec::at;
    private static final Function<String, ConnectionSpec> MILVUS = MilvusSpec::at;
    private static final List<Function<String, ConnectionSpec>> ALL = List.of(
            OPEN_LLM,
            ELASTIC,
            MILVUS,
            OpenSearchSpec::at,
            LindormSpec::at,
            url -> DashScopeSpec.at(url).apiKey(KEY));

    private static ConnectionSpec openLlm(String url) {
        return OpenLlmSpec.at(url).apiKey(KEY);
    }

    private static @Nullable Failure json(Function<String, ConnectionSpec> type, String body) throws IOException {
        return answer(type, FarSide.ok(body));
    }

    private static @Nullable Failure answer(Function<String, ConnectionSpec> type, String answer) throws IOException {
        try (FarSide service = FarSide.answering(answer)) {
            return Validation.failure(type.apply(service.url()));
        }
    }

    @Test
    void servicesOfTheirTypeWork() throws IOException {
        assertThat(json(OPEN_LLM, MODELS)).isNull();
        assertThat(json(url -> DashScopeSpec.at(url).apiKey(KEY), MODELS)).isNull();
        assertThat(json(ELASTIC, ELASTICSEARCH)).isNull();
        assertThat(json(OpenSearchSpec::at, OPEN_SEARCH)).isNull();
        assertThat(json(OpenSearchSpec::at, ELASTICSEARCH)).isNull();
        assertThat(json(LindormSpec::at, ELASTICSEARCH)).isNull();
        assertThat(json(LindormSpec::at, OPEN_SEARCH)).isNull();
        assertThat(json(MILVUS, "{\"code\":0,\"data\":[\"books\"]}")).isNull();
        assertThat(json(MILVUS, "{\"data\":[],\"cost\":1,\"code\":0}")).isNull();
    }

    @Test
    void aListOfNoModelsMustSayThatItIsOne() throws IOException {
        assertThat(json(OPEN_LLM, "{\"data\":[],\"object\":\"list\"}")).isNull();
        assertThat(json(OPEN_LLM, "{\"data\":[]}")).isEqualTo(Failure.NOT_SUCH_A_SERVICE);
    }

    @Test
    void theFirstModelIsEnough() throws IOException {
        assertThat(answer(OPEN_LLM, "HTTP/1.1 200 OK\r\n\r\n{\"data\":[{\"x\":[[]],\"id\":\"a\""))
                .isNull();
    }

    @Test
    void openSearchIsNoElasticsearch() throws IOException {
        assertThat(json(ELASTIC, OPEN_SEARCH)).isEqualTo(Failure.NOT_SUCH_A_SERVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<!DOCTYPE html><html><body>Please sign in</body></html>",
                "{}",
                "[]",
                "null",
                "\"ok\"",
                "{\"status\":\"ok\"}",
                "{\"data\":{\"id\":\"x\"}}",
                "{\"data\":[1]}",
                "{\"data\":[[{\"id\":\"x\"}]]}",
                "{\"data\":[{\"id\":7}]}",
                "{\"data\":[{\"name\":\"x\"}],\"object\":\"list\"}",
                "{\"deep\":{\"data\":[{\"id\":\"x\"}]}}",
                "{\"cluster_name\":\"c\"}",
                "{\"cluster_name\":\"c\",\"version\":\"8\"}",
                "{\"cluster_name\":\"c\",\"version\":{}}",
                "{\"cluster_name\":{},\"version\":{\"number\":\"8\"}}",
                "{\"version\":{\"number\":\"8\"}}",
                "{\"code\":\"0\",\"data\":[]}",
                "{\"code\":0}",
                "{\"code\":0,\"data\":{}}",
                "{\"code\":404,\"message\":\"not found\"}",
                "{\"code\":99999999999999999999,\"data\":[]}",
                "{\"data\":[",
                "{\"a\":1,\"a\":2}"
            })
    void whatAnswersOtherwiseIsNotSuchAService(String body) throws IOException {
        for (Function<String, ConnectionSpec> type : ALL) {
            assertThat(json(type, body)).isEqualTo(Failure.NOT_SUCH_A_SERVICE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "201, NOT_SUCH_A_SERVICE",
        "204, NOT_SUCH_A_SERVICE",
        "301, REDIRECTED",
        "302, REDIRECTED",
        "307, REDIRECTED",
        "308, REDIRECTED",
        "400, NOT_SUCH_A_SERVICE",
        "401, LOGIN_REFUSED",
        "403, FORBIDDEN",
        "404, NOT_SUCH_A_SERVICE",
        "407, NOT_SUCH_A_SERVICE",
        "429, UNAVAILABLE",
        "500, UNAVAILABLE",
        "503, UNAVAILABLE"
    })
    void aStatusHasItsMeaning(int status, Failure failure) throws IOException {
        try (FarSide elsewhere = FarSide.answeringJson(MODELS)) {
            String answer = "HTTP/1.1 " + status + " s3cret\r\nLocation: " + elsewhere.url() + "/models\r\n\r\n";
            for (Function<String, ConnectionSpec> type : ALL) {
                assertThat(answer(type, answer)).isEqualTo(failure);
            }
            assertThat(elsewhere.wasAsked()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1800, LOGIN_REFUSED",
        "1400, LOGIN_REFUSED",
        "1401, FORBIDDEN",
        "800, BAD_CONFIGURATION",
        "1, UNAVAILABLE",
        "8, UNAVAILABLE"
    })
    void milvusTellsByItsCode(int code, Failure failure) throws IOException {
        assertThat(json(MILVUS, "{\"code\":" + code + ",\"message\":\"s3cret\"}"))
                .isEqualTo(failure);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\nContent-Length: 63\n\n",
                "HTTP/1.0 200\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 63\r\nContent-Length: 63\r\n\r\n"
            })
    void theFormsOfAnAnswerAreUnderstood(String head) throws IOException {
        assertThat(answer(OPEN_LLM, head + MODELS)).isNull();
    }

    @Test
    void anAnswerInChunksIsUnderstood() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\nContent-Length: 1\r\n\r\n";
        String chunks = "1\r\n" + MODELS.charAt(0) + "\r\n" + Integer.toHexString(MODELS.length() - 1) + ";x=y\r\n"
                + MODELS.substring(1) + "\r\n0\r\n\r\n";

        assertThat(answer(OPEN_LLM, head + chunks)).isNull();
        assertThat(answer(OPEN_LLM, head + "x\r\n")).isEqualTo(Failure.NOT_SUCH_A_SERVICE);
        assertThat(answer(OPEN_LLM, head + "1\r\n{{\r\n")).isEqualTo(Failure.NOT_SUCH_A_SERVICE);
        assertThat(answer(OPEN_LLM, head + "fffffffff\r\n")).isEqualTo(Failure.NOT_SUCH_A_SERVICE);
        assertThat(answer(OPEN_LLM, head + "0\r\n\r\n")).isEqualTo(Failure.NOT_SUCH_A_SERVICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.2\r\n",
                "HTTP/2 200\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n",
                "HTTP/1.1 101 Switching Protocols\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "HTTP/1.1 200 OK\r\n folded: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"
            })
    void whatIsNoSuchAnswerIsNotSuchAService(String answer) throws IOException {
        assertThat(answer(OPEN_LLM, answer)).isEqualTo(Failure.NOT_SUCH_A_SERVICE);
    }

    @Test
    void aBodyInACodeThatWasNotAskedForIsNotSuchAService() throws IOException {
        assertThat(answer(OPEN_LLM, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\u001f\u008b\b"))
                .isEqualTo(Failure.NOT_SUCH_A_SERVICE);
    }

    @Test
    void whereNothingIsSaidThereIsNothing() throws IOException {
        int port;
        try (FarSide hangsUp = FarSide.doing(client -> {})) {
            port = hangsUp.port();
            assertThat(Validation.failure(OPEN_LLM.apply(hangsUp.url()))).isEqualTo(Failure.UNREACHABLE);
        }
        assertThat(Validation.failure(OPEN_LLM.apply("http://127.0.0.1:" + port)))
                .isEqualTo(Failure.UNREACHABLE);
    }
}
