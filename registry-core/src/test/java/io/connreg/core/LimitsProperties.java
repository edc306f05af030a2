package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionView;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.OpenedConnection;
import io.connreg.Problem;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.spec.CustomSpec;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is just within a limit is kept to the character; what is one beyond is refused before anything is written. */
final class LimitsProperties {
    private final Desk desk = new Desk();

    /** A limit, and a request that has as much of the limited thing as is asked for. */
    private record Edge(String path, int limit, IntFunction<CreateConnection> request) {}

    @Property(tries = 60)
    void theEdgeIsKeptAndOneBeyondIsRefused(@ForAll("edges") Edge edge) {
        ConnectionView kept = desk.alice.create(edge.request().apply(edge.limit()));
        assertThat(desk.alice.get(kept.id())).isEqualTo(kept);
        desk.alice.delete(kept.id());

        assertThatThrownBy(() -> desk.alice.create(edge.request().apply(edge.limit() + 1)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.path()).startsWith(edge.path());
                                    assertThat(problem.code()).isEqualTo(Problem.TOO_LARGE);
                                }));
        assertThat(desk.store.real.scan("", 1)).isEmpty();
    }

    @Provide
    Arbitrary<Edge> edges() {
        Arbitrary<String> letters = Arbitraries.of("a", "é", "连", "\uD83D\uDE00");
        return letters.flatMap(letter -> Arbitraries.of(
                new Edge("name", Limits.NAME, n -> CreateConnection.of(letter.repeat(n), CustomSpec.empty())),
                config("configs.k", Limits.CONFIG, n -> letter.repeat(n)),
                new Edge(
                        "configs." + letter,
                        Limits.KEY,
                        n -> request(CustomSpec.empty().config(letter.repeat(n), "v"))),
                new Edge(
                        "secrets." + letter,
                        Limits.KEY,
                        n -> request(CustomSpec.empty().secret(letter.repeat(n), Secret.of("v")))),
                new Edge(
                        "description",
                        Limits.DESCRIPTION,
                        n -> request(CustomSpec.empty()).description(letter.repeat(n))),
                new Edge(
                        "resourceMeta.extra",
                        Limits.META,
                        n -> request(CustomSpec.empty()).resourceMeta(ResourceMeta.NONE.extra(letter.repeat(n)))),
                new Edge(
                        "resourceMeta.instanceId",
                        Limits.META,
                        n -> request(CustomSpec.empty()).resourceMeta(ResourceMeta.instance(letter.repeat(n), ""))),
                new Edge(
                        "models[0].model",
                        Limits.MODEL_TEXT,
                        n -> request(CustomSpec.empty()).models(ModelInfo.of(letter.repeat(n), ModelType.LLM))),
                new Edge(
                        "models",
                        Limits.MODELS,
                        n -> request(CustomSpec.empty())
                                .models(Collections.nCopies(n, ModelInfo.of("m", ModelType.LLM)))),
                new Edge("configs", Limits.ENTRIES, LimitsProperties::withConfigs),
                new Edge("secrets", Limits.ENTRIES, LimitsProperties::withSecrets)));
    }

    private static Edge config(String path, int limit, IntFunction<String> value) {
        return new Edge(path, limit, n -> request(CustomSpec.empty().config("k", value.apply(n))));
    }

    private static CreateConnection request(CustomSpec spec) {
        return CreateConnection.of("c", spec);
    }

    private static CreateConnection withConfigs(int count) {
        CustomSpec spec = CustomSpec.empty();
        for (int i = 0; i < count; i++) {
            spec = spec.config("k" + i, "v");
        }
        return request(spec);
    }

    private static CreateConnection withSecrets(int count) {
        CustomSpec spec = CustomSpec.empty();
        for (int i = 0; i < count; i++) {
            spec = spec.secret("k" + i, Secret.of("v"));
        }
        return request(spec);
    }

    @Property(tries = 8)
    void aSecretIsLimitedInBytesOfUtf8(@ForAll("letters") String letter) {
        int bytes = letter.getBytes(StandardCharsets.UTF_8).length;
        String fitting = letter.repeat(Limits.SECRET_BYTES / bytes);
        ConnectionView kept = desk.alice.create(request(CustomSpec.empty().secret("k", Secret.of(fitting))));
        try (OpenedConnection opened = desk.alice.open(kept.id())) {
            assertThat(opened.spec().secrets()).containsEntry("k", Secret.of(fitting));
        }
        assertThatThrownBy(() -> desk.alice.create(
                        CreateConnection.of("d", CustomSpec.empty().secret("k", Secret.of(fitting + letter)))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("secrets.k: may have at most 65536 bytes of UTF-8");
        desk.alice.delete(kept.id());
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.of("a", "é", "连", "\uD83D\uDE00");
    }

    /** Each part is within its limit; only the whole is not. */
    @Property(tries = 1)
    void theWholeConnectionIsLimitedAsItIsStored() {
        String value = "连".repeat(Limits.CONFIG);
        CustomSpec fitting = CustomSpec.empty().config("y", "x".repeat(8_000));
        for (int i = 0; i < 42; i++) {
            fitting = fitting.config("k" + i, value);
        }
        ConnectionView kept = desk.alice.create(request(fitting));
        String stored = desk.store.real.find(kept.id()).orElseThrow().document();
        int room = Limits.DOCUMENT_BYTES - stored.getBytes(StandardCharsets.UTF_8).length;
        int overhead = ",\"z\":\"\"".length();
        desk.alice.delete(kept.id());

        CustomSpec whole = fitting;
        List<String> fill = List.of("x".repeat(room - overhead), "x".repeat(room - overhead + 1));
        assertThat(desk.alice.create(request(whole.config("z", fill.get(0)))).revision())
                .isEqualTo(1);
        assertThatThrownBy(() -> desk.alice.create(CreateConnection.of("d", whole.config("z", fill.get(1)))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("connection: may have at most 1048576 bytes as it is stored");
    }
}
