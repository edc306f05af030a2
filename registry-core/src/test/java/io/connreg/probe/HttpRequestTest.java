package io.connreg.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.Secret;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.ElasticsearchSpec;
import io.connreg.spec.MilvusSpec;
import io.connreg.spec.OpenLlmSpec;
import io.connreg.spi.ProbeException;
import io.connreg.spi.TargetPolicy;
import java.io.IOException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, and where to. */
final class HttpRequestTest {
    private static String sent(Function<String, ConnectionSpec> spec) throws IOException {
        try (FarSide service = FarSide.answeringJson("{}")) {
            assertThat(Validation.failure(spec.apply(service.url()))).isEqualTo(Failure.NOT_SUCH_A_SERVICE);
            return service.request().replace(service.address(), "host");
        }
    }

    @Test
    void modelsAreAskedForWithTheKey() throws IOException {
        assertThat(sent(url -> OpenLlmSpec.at(url + "/v1//").apiKey(Secret.of("sk-1"))))
                .isEqualTo(String.join(
                        "\r\n",
                        "GET /v1/models HTTP/1.1",
                        "Host: host",
                        "User-Agent: connreg",
                        "Accept: application/json",
                        "Accept-Encoding: identity",
                        "Connection: close",
                        "Authorization: Bearer sk-1",
                        "",
                        ""));
        assertThat(sent(OpenLlmSpec::at)).doesNotContain("Authorization");
    }

    @Test
    void theRootPageIsAskedForWithTheLogin() throws IOException {
        assertThat(sent(url -> ElasticsearchSpec.at(url).login("üser", Secret.of("p:ß\r\nX: y"))))
                .startsWith("GET / HTTP/1.1\r\n")
                .endsWith("\r\nAuthorization: Basic w7xzZXI6cDrDnw0KWDogeQ==\r\n\r\n");
    }

    @Test
    void collectionsAreAskedForByTokenOrLogin() throws IOException {
        assertThat(sent(url -> MilvusSpec.at(url).database("a\"b\n").token(Secret.of("root:Milvus"))))
                .startsWith("POST /v2/vectordb/collections/list HTTP/1.1\r\n")
                .contains("\r\nAuthorization: Bearer root:Milvus\r\n")
                .endsWith("\r\n\r\n{\"dbName\":\"a\\\"b\\n\"}");
        assertThat(sent(url -> MilvusSpec.at(url).login("root", Secret.of("Milvus"))))
                .contains("\r\nAuthorization: Basic cm9vdDpNaWx2dXM=\r\n")
                .endsWith("{\"dbName\":\"default\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX: y", "a\nb", "a b", "", "ключ", "a\u0000"})
    void aKeyThatIsNoPartOfALineIsNotSent(String key) throws IOException {
        try (FarSide service = FarSide.answeringJson("{}")) {
            assertThat(Validation.failure(OpenLlmSpec.at(service.url()).apiKey(Secret.of(key))))
                    .isEqualTo(Failure.BAD_CONFIGURATION);
            assertThat(service.wasAsked()).isFalse();
        }
    }

    @Test
    void aUserWithAColonIsNotSent() throws IOException {
        try (FarSide service = FarSide.answeringJson("{}")) {
            assertThat(Validation.failure(ElasticsearchSpec.at(service.url()).login("a:b", Secret.of("c"))))
                    .isEqualTo(Failure.BAD_CONFIGURATION);
            assertThat(service.wasAsked()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "host, true, host, 443, host, ''",
        "HTTP://host, false, host, 80, host, ''",
        "https://host:8443/a/b/, true, host, 8443, host:8443, /a/b",
        "host:9200, true, host, 9200, host:9200, ''",
        "http://[::1]:80/, false, ::1, 80, [::1]:80, ''",
        "http://my_host.a, false, my_host.a, 80, my_host.a, ''",
        "http://bücher.example, false, xn--bcher-kva.example, 80, xn--bcher-kva.example, ''"
    })
    void anAddressIsRead(String url, boolean tls, String host, int port, String authority, String path)
            throws ProbeException {
        assertThat(HttpTarget.of(url)).isEqualTo(new HttpTarget(tls, host, port, authority, path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://",
                "ftp://host",
                "file:///etc/passwd",
                "http://user:pass@host",
                "http://user@host",
                "http://host:0",
                "http://host:65536",
                "http://host:",
                "http://host?x=y",
                "http://host/#x",
                "http://host/a?b",
                "http://host\\@other",
                "http://host/a b",
                "http://host/\r\nX: y",
                "http://host/\u00e9",
                "http://[fe80::1%25eth0]",
                "http://::1",
                "http://a/b@c?d",
                "//host",
                "http:host"
            })
    void whatIsNoAddressIsNone(String url) {
        assertThatThrownBy(() -> HttpTarget.of(url))
                .isInstanceOfSatisfying(
                        ProbeException.class, e -> assertThat(e.failure()).isEqualTo(Failure.BAD_CONFIGURATION));
    }

    @Test
    void theHostsRuleIsAskedBeforeAnythingIsSent() throws IOException {
        try (FarSide service = FarSide.answeringJson("{}")) {
            OpenLlmSpec spec = OpenLlmSpec.at(service.url());
            assertThat(Validation.of(spec, Validation.builder().targetPolicy(TargetPolicy.strict()))
                            .failure())
                    .isEqualTo(Failure.TARGET_REFUSED);
            assertThat(service.wasAsked()).isFalse();
        }
        assertThat(Validation.failure(OpenLlmSpec.at("http://169.254.169.254"))).isEqualTo(Failure.TARGET_REFUSED);
        assertThat(Validation.failure(OpenLlmSpec.at("http://[::ffff:169.254.169.254]")))
                .isEqualTo(Failure.TARGET_REFUSED);
    }
}
