package io.connreg.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.connreg.Accessibility;
import io.connreg.CreateConnection;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.spec.DashScopeSpec;
import io.connreg.spec.HologresSpec;
import io.connreg.spec.MilvusSpec;
import io.connreg.spec.RdsSpec;
import io.connreg.spec.TypeSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example's requests, as a client of the vendor's API would send them. */
final class VendorRequestsTest {
    private static final ObjectMapper PLAIN_JACKSON = new ObjectMapper();

    static List<Path> requests() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static Path folder() {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("examples/requests"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no folder above this one holds examples/requests"));
    }

    private static CreateConnection read(String file) throws IOException {
        return WireJson.strict().readCreate(Files.readString(folder().resolve(file)));
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestSaysWhatItsFileSays(Path file) throws IOException {
        String text = Files.readString(file);
        JsonNode json = PLAIN_JACKSON.readTree(text);

        for (WireJson wire : List.of(WireJson.strict(), WireJson.lenient())) {
            CreateConnection request = wire.readCreate(text);
            assertThat(request.name()).isEqualTo(json.get("ConnectionName").asText());
            assertThat(request.spec().connectionType().value())
                    .isEqualTo(json.get("ConnectionType").asText());
            assertThat(request.workspaceId()).isEqualTo(text(json, "WorkspaceId"));
            assertThat(request.accessibility().name())
                    .isEqualTo(text(json, "Accessibility").orElse("PRIVATE"));
            assertThat(request.description())
                    .isEqualTo(text(json, "Description").orElse(""));
            assertThat(request.spec().configs()).isEqualTo(entries(json.path("Configs"), value -> value));
            assertThat(request.spec().secrets()).isEqualTo(entries(json.path("Secrets"), Secret::of));
            assertThat(request.models()).isEqualTo(models(json.path("Models")));
            assertThat(request.resourceMeta()).isEqualTo(meta(json.path("ResourceMeta")));
        }
    }

    private static Optional<String> text(JsonNode json, String member) {
        return Optional.ofNullable(json.get(member)).map(JsonNode::textValue);
    }

    private static <V> Map<String, V> entries(JsonNode map, Function<String, V> value) {
        Map<String, V> entries = new TreeMap<>();
        map.properties()
                .forEach(entry ->
                        entries.put(entry.getKey(), value.apply(entry.getValue().textValue())));
        return entries;
    }

    private static List<ModelInfo> models(JsonNode array) {
        List<ModelInfo> models = new ArrayList<>();
        array.forEach(model -> models.add(new ModelInfo(
                text(model, "Model").orElse(null),
                text(model, "DisplayName").orElse(null),
                text(model, "ModelType").map(ModelType::new).orElse(null),
                flag(model, "ToolCall"),
                model.has("MaxModelLength") ? model.get("MaxModelLength").longValue() : null,
                flag(model, "SupportReasoning"),
                flag(model, "SupportResponseSchema"),
                flag(model, "SupportVision"))));
        return models;
    }

    private static @Nullable Boolean flag(JsonNode model, String member) {
        return model.has(member) ? model.get(member).booleanValue() : null;
    }

    private static ResourceMeta meta(JsonNode meta) {
        return new ResourceMeta(
                text(meta, "InstanceId").orElse(null),
                text(meta, "InstanceName").orElse(null),
                text(meta, "Extra").orElse(null));
    }

    @Test
    void allDocumentedTypesAreAmongTheRequests() throws IOException {
        List<String> types = new ArrayList<>();
        for (Path file : requests()) {
            types.add(
                    PLAIN_JACKSON.readTree(file.toFile()).get("ConnectionType").asText());
        }

        assertThat(types)
                .containsAll(TypeSchema.documented().stream()
                        .map(schema -> schema.type().value())
                        .collect(Collectors.toSet()));
    }

    @Test
    void aDatabaseIsReadAsAHostWouldWriteIt() throws IOException {
        CreateConnection request = read("rds.json");

        assertThat(request.spec())
                .isEqualTo(RdsSpec.at("mysql", "rm-bp000.mysql.rds.aliyuncs.com", 3306, "orders")
                        .login("app", Secret.of("s3cret")));
        assertThat(request.resourceMeta())
                .isEqualTo(ResourceMeta.instance("rm-bp000", "orders").extra("{\"vpcId\":\"vpc-xxxx\"}"));
        assertThat(request.accessibility()).isEqualTo(Accessibility.PRIVATE);
    }

    @Test
    void aModelServiceKeepsAllThatIsSaidOfItsModels() throws IOException {
        CreateConnection request = read("dashscope.json");

        assertThat(request.spec())
                .isEqualTo(DashScopeSpec.at("cn-hangzhou.aigc.aliyuncs.com/api/v1/services/xxx")
                        .apiKey(Secret.of("sk-Dsjk0000hsl01")));
        assertThat(request.models())
                .containsExactly(
                        new ModelInfo("qwen-max", "Qwen Max", ModelType.LLM, true, 32_768L, false, true, false),
                        new ModelInfo(
                                "text-embedding-v4",
                                "Text Embedding v4",
                                ModelType.EMBEDDING,
                                false,
                                null,
                                null,
                                null,
                                null),
                        ModelInfo.of("gte-rerank-v2", ModelType.RE_RANK).named("GTE Rerank"));
    }

    @Test
    void theVendorsTrapsAreReadAsTheyAreMeant() throws IOException {
        assertThat(read("hologres.json").spec())
                .isInstanceOfSatisfying(
                        HologresSpec.class, spec -> assertThat(spec.user()).isEqualTo("BASIC$reader"));
        assertThat(read("milvus-token.json").spec()).isInstanceOfSatisfying(MilvusSpec.class, spec -> {
            assertThat(spec.token()).contains(Secret.of("root:Milvus"));
            assertThat(spec.password()).isEmpty();
        });
        assertThat(read("lindorm.json").spec().secrets()).containsEntry("password", Secret.of("********"));
        assertThat(read("custom.json").spec().secrets()).containsEntry("signing-key", Secret.of("\0binary\u0001ish"));
        assertThat(read("minimal-custom.json").workspaceId()).isEmpty();
    }
}
