package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionType;
import io.connreg.Secret;
import io.connreg.ValidationResult.Failure;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.examples.HttpSession.Step;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeRun;
import io.connreg.wire.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vendor's requests over HTTP, to the front of the examples. */
final class HttpFrontTest {
    private static final Map<String, Caller> CALLERS = Map.of(
            "alice", Caller.user("alice").memberOf("123245"),
            "bob", Caller.user("bob").memberOf("123245"));

    private final HttpClient client = HttpClient.newHttpClient();
    private ConnectionRegistry registry;
    private HttpFront front;

    @BeforeEach
    void start() throws IOException {
        registry = Registries.builder()
                .url("memory:")
                .masterKey(MasterKey.line(MasterKey.generate()))
                .probe(new TokenProbe())
                .open();
        front = HttpFront.start(registry, who -> Optional.ofNullable(CALLERS.get(who)));
    }

    @AfterEach
    void stop() {
        front.close();
        registry.close();
    }

    /** A custom connection works if its token is good. */
    private static final class TokenProbe implements ConnectionProbe {
        @Override
        public boolean accepts(ConnectionType type) {
            return type.equals(ConnectionType.CUSTOM);
        }

        @Override
        public Optional<Failure> probe(ConnectionSpec spec, ProbeRun run) {
            return Secret.of("good").equals(spec.secrets().get("token"))
                    ? Optional.empty()
                    : Optional.of(Failure.LOGIN_REFUSED);
        }
    }

    @Test
    void aSessionIsAnsweredAsThePageSays() throws Exception {
        String page = Files.readString(Path.of("requests/session.md"));
        List<Step> steps = HttpSession.steps(page);
        HttpSession session = new HttpSession();

        assertThat(page.lines().filter(line -> line.contains(" /api/v1/"))).hasSameSizeAs(steps);
        for (Step step : steps) {
            String target = session.filledIn(step.path());
            HttpResponse<String> answer = send(step.who(), step.method(), target, session.filledIn(step.body()));

            String what = step.method() + " " + target + " as " + step.who() + ": " + answer.body();
            assertThat(answer.statusCode()).as(what).isEqualTo(step.status());
            assertThat(new ObjectMapper().readTree(answer.body()))
                    .as(what)
                    .isEqualTo(session.expected(step.expected(), answer.body()));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, /api/v1/connections",
        "DELETE, /api/v1/connections",
        "PUT, /api/v1/connections",
        "POST, /api/v1/connections/conn-000000000000000000",
        "GET, /api/v1/connectionsandmore"
    })
    void thereIsNoOtherOperation(String method, String path) throws Exception {
        assertThat(send("alice", method, path, "{}").statusCode()).isEqualTo(404);
    }

    @Test
    void anAnswerIsJsonAndNotKeptOnTheWay() throws Exception {
        HttpResponse<String> answer = send("alice", "GET", "/api/v1/connections", "");

        assertThat(answer.headers().map())
                .containsEntry("content-type", List.of("application/json; charset=utf-8"))
                .containsEntry("cache-control", List.of("no-store"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        HttpResponse<String> answer = send("alice", "POST", "/api/v1/connections", " ".repeat(WireJson.MAX_BODY + 1));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("body: may have at most 4194304 bytes");
    }

    private HttpResponse<String> send(String who, String method, String target, String body) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + front.address().getPort() + target);
        HttpRequest request = HttpRequest.newBuilder(uri)
                .header("Authorization", who)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
