package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.connreg.ConnectionView;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.Problem;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.spec.CustomSpec;
import io.connreg.spi.StoredConnection;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An update is checked as a create is, and on what the row will be. */
final class UpdateRulesTest {
    private static final String LONG = "x".repeat(70_000);

    private final Desk desk = new Desk();
    private final ConnectionView free = desk.alice.create(CreateConnection.of("free", CustomSpec.empty()));

    record Wrong(String path, UpdateConnection update) {}

    static Stream<Wrong> wrongActs() {
        UpdateConnection any = UpdateConnection.of("conn-000000000000000000");
        return Stream.of(
                new Wrong("name", any.rename(" ")),
                new Wrong("owner", any.transferTo(LONG)),
                new Wrong("description", any.description(LONG)),
                new Wrong("configs.k", any.setConfig("k", LONG)),
                new Wrong("configs.k", any.replaceConfigs(Map.of("k", "\u0000"))),
                new Wrong("secrets.k", any.setSecret("k", Secret.of(LONG))),
                new Wrong("secrets.", any.setSecret(" ", Secret.of("x"))),
                new Wrong("models[0].model", any.models(ModelInfo.of(LONG, ModelType.LLM))),
                new Wrong(
                        "models[0].displayName",
                        any.models(ModelInfo.of("m", ModelType.LLM).named(LONG))),
                new Wrong("models[0].modelType", any.models(ModelInfo.of("m", new ModelType(LONG)))),
                new Wrong(
                        "models[0].maxModelLength",
                        any.models(ModelInfo.of("m", ModelType.LLM).maxModelLength(0))),
                new Wrong("resourceMeta.instanceName", any.resourceMeta(ResourceMeta.instance("i", LONG))));
    }

    @ParameterizedTest
    @MethodSource("wrongActs")
    void aWrongActIsToldBeforeTheRowIsLookedFor(Wrong wrong) {
        assertThatThrownBy(() -> desk.alice.update(wrong.update()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::path)
                                .allMatch(path -> path.startsWith(wrong.path())));
        assertThat(desk.store.finds).isZero();
    }

    @Test
    void aModelOfOneTokenIsFine() {
        desk.alice.update(UpdateConnection.of(free.id())
                .models(ModelInfo.of("m", ModelType.LLM).maxModelLength(1)));
    }

    @Test
    void limitsHoldForWhatTheRowWillBe() {
        desk.alice.update(UpdateConnection.of(free.id()).replaceConfigs(numbered(0, 200)));
        assertTooLarge(withConfigs(numbered(200, 57)), "configs");
        desk.alice.update(withConfigs(numbered(200, 56)));

        UpdateConnection secrets = UpdateConnection.of(free.id());
        for (int i = 0; i < 200; i++) {
            secrets = secrets.setSecret("k" + i, Secret.of("v"));
        }
        desk.alice.update(secrets);
        UpdateConnection more = UpdateConnection.of(free.id());
        for (int i = 200; i < 257; i++) {
            more = more.setSecret("k" + i, Secret.of("v"));
        }
        assertTooLarge(more, "secrets");
    }

    @Test
    void theWholeMustFitAfterAnUpdateToo() {
        Map<String, String> large =
                IntStream.range(0, 42).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "连".repeat(Limits.CONFIG)));
        desk.alice.update(UpdateConnection.of(free.id()).replaceConfigs(large));

        assertTooLarge(UpdateConnection.of(free.id()).setConfig("one", "连".repeat(Limits.CONFIG)), "connection");
    }

    private UpdateConnection withConfigs(Map<String, String> configs) {
        UpdateConnection update = UpdateConnection.of(free.id());
        for (Map.Entry<String, String> config : configs.entrySet()) {
            update = update.setConfig(config.getKey(), config.getValue());
        }
        return update;
    }

    private static Map<String, String> numbered(int from, int count) {
        return IntStream.range(from, from + count).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
    }

    private void assertTooLarge(UpdateConnection update, String path) {
        assertThatThrownBy(() -> desk.alice.update(update))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::path, Problem::code)
                                .isEqualTo(Collections.singletonList(tuple(path, Problem.TOO_LARGE))));
    }

    @Test
    void aProblemThatTheRowHadIsHeldAgainstNobodyWhoDoesNotTouchIt() {
        String id = desk.alice.create(Desk.ordersDb()).id();
        desk.store.row = row -> new StoredConnection(
                row.head(), row.document().replace("3306", "none").replace("db.internal", "a b"));

        desk.alice.update(
                UpdateConnection.of(id).setSecret("password", Secret.of("n3w")).setConfig("host", "db2"));
        assertThatThrownBy(() -> desk.alice.update(UpdateConnection.of(id).setConfig("port", "still none")))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("1 problem")
                .hasMessageContaining("configs.port");
        assertThatThrownBy(() -> desk.alice.update(
                        UpdateConnection.of(id).removeConfig("username").setSecret("password", Secret.of("x"))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("1 problem")
                .hasMessageContaining("configs.username");
    }
}
