package io.connreg.examples;

import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.CreateConnection;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.spec.ConnectionSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What connections are made of: from small pools, so that things clash, are refused and are found again. */
final class Contents {
    static final Arbitrary<String> WORKSPACES = Arbitraries.frequencyOf(
            Tuple.of(12, Arbitraries.of("ws-1")), Tuple.of(3, Arbitraries.of("ws-2", "WS-1", "ws-1 ", "ws\u0000")));

    private static final Arbitrary<String> GOOD_NAMES = Arbitraries.of(
            "orders",
            "Orders",
            "orders ",
            "ord\u00E9rs",
            "orde\u0301rs",
            "\uD83D\uDD11",
            "工作",
            "stra\u00DFe",
            "STRASSE",
            "\u0130stanbul",
            "istanbul",
            "a%b",
            "a_b",
            "o'brien",
            "back\\slash",
            "\uFF5E",
            "x".repeat(128));
    private static final Arbitrary<String> BAD_NAMES =
            Arbitraries.of("", "  ", "a\u0000b", "or\u200Bders", "tab\tbed", "\uD800", "x".repeat(129));

    static final Arbitrary<String> NAMES = Arbitraries.frequencyOf(Tuple.of(40, GOOD_NAMES), Tuple.of(1, BAD_NAMES));

    static final Arbitrary<ConnectionType> TYPES = Arbitraries.of(
            ConnectionType.RDS,
            ConnectionType.DASH_SCOPE,
            ConnectionType.MILVUS,
            ConnectionType.CUSTOM,
            new ConnectionType("FutureConnection"));

    static final Arbitrary<String> CONFIG_KEYS =
            Arbitraries.of("host", "port", "base_url", "username", "database", "K", "k", "\u00E9", "e\u0301", "\uFF5E");
    static final Arbitrary<String> CONFIGS = Arbitraries.frequencyOf(
            Tuple.of(20, Arbitraries.of("db.internal", "3306", "", "a\tb\nc", "\uD83D\uDD11", "e\u0301", "' or 1=1")),
            Tuple.of(1, Arbitraries.of("a\u0000b", "\uDC00")));

    static final Arbitrary<String> SECRET_KEYS = Arbitraries.of("password", "api_key", "token", "Token", "秘密");
    static final Arbitrary<Secret> SECRETS = HostileText.wellFormed().map(Secret::of);

    static final Arbitrary<String> DESCRIPTIONS =
            Arbitraries.of("", "two\nlines", "\uD83D\uDD11", "\"quoted\\", "\r", "x".repeat(4_097));
    static final Arbitrary<Accessibility> ACCESSIBILITIES = Arbitraries.of(Accessibility.class);

    static final Arbitrary<String> MODELS = Arbitraries.of("qwen", "Qwen", "", "m\u00FCller", "m");
    static final Arbitrary<ModelType> MODEL_TYPES =
            Arbitraries.of(ModelType.LLM, ModelType.EMBEDDING, new ModelType("llm"));
    static final Arbitrary<List<ModelInfo>> MODEL_LISTS = Combinators.combine(
                    MODELS.injectNull(0.2),
                    MODELS.injectNull(0.5),
                    MODEL_TYPES.injectNull(0.2),
                    Arbitraries.of(true, false).injectNull(0.3),
                    Arbitraries.of(1L, Long.MAX_VALUE, 8_192L).injectNull(0.5))
            .as((model, shown, type, toolCall, length) ->
                    new ModelInfo(model, shown, type, toolCall, length, null, toolCall, null))
            .list()
            .ofMaxSize(3);

    static final Arbitrary<ResourceMeta> METAS = Arbitraries.of(
            ResourceMeta.NONE,
            ResourceMeta.instance("ld-1", ""),
            new ResourceMeta(null, null, "{\"vpcId\":\"vpc-1\"}"));

    private Contents() {}

    static Arbitrary<CreateConnection> creations() {
        Arbitrary<ConnectionSpec> specs = TYPES.flatMap(Contents::specs);
        return Combinators.combine(
                        NAMES, specs, WORKSPACES.injectNull(0.4), ACCESSIBILITIES, DESCRIPTIONS, MODEL_LISTS, METAS)
                .as((name, spec, workspace, who, description, models, meta) -> {
                    CreateConnection request = CreateConnection.of(name, spec)
                            .accessibility(who)
                            .description(description.length() > 4_096 && !name.startsWith("o") ? "" : description)
                            .models(models)
                            .resourceMeta(meta);
                    return workspace == null ? request : request.inWorkspace(workspace);
                });
    }

    /** A good one, and now and then some keys that make it odd or wrong. */
    private static Arbitrary<ConnectionSpec> specs(ConnectionType type) {
        Arbitrary<Map<String, String>> extra = CONFIG_KEYS.flatMap(key -> CONFIGS.map(value -> Map.of(key, value)));
        return Combinators.combine(
                        SECRETS,
                        Arbitraries.frequencyOf(
                                Tuple.of(3, Arbitraries.just(Map.<String, String>of())), Tuple.of(1, extra)),
                        Arbitraries.maps(SECRET_KEYS, SECRETS).ofMaxSize(2))
                .as((secret, configs, secrets) -> ConnectionSpec.of(
                        type, merged(requiredConfigs(type), configs), merged(requiredSecrets(type, secret), secrets)));
    }

    private static Map<String, String> requiredConfigs(ConnectionType type) {
        if (type.equals(ConnectionType.RDS)) {
            return Map.of(
                    "type", "mysql", "host", "db.internal", "port", "3306", "database", "orders", "username", "app");
        }
        if (type.equals(ConnectionType.DASH_SCOPE)) {
            return Map.of("base_url", "https://dashscope.example/v1");
        }
        return Map.of();
    }

    private static Map<String, Secret> requiredSecrets(ConnectionType type, Secret secret) {
        if (type.equals(ConnectionType.RDS)) {
            return Map.of("password", secret);
        }
        return type.equals(ConnectionType.DASH_SCOPE) ? Map.of("api_key", secret) : Map.of();
    }

    private static <V> Map<String, V> merged(Map<String, V> one, Map<String, V> other) {
        Map<String, V> all = new TreeMap<>(one);
        all.putAll(other);
        return all;
    }
}
