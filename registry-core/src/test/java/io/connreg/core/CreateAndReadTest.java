package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionType;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.NameTakenException;
import io.connreg.NotPermittedException;
import io.connreg.OpenedConnection;
import io.connreg.Problem;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.CustomSpec;
import io.connreg.spec.DashScopeSpec;
import io.connreg.spec.RdsSpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CreateAndReadTest {
    private final Desk desk = new Desk();

    @Test
    void whatWasCreatedIsReadBackByIdAndByName() {
        ModelInfo model = ModelInfo.of("qwen-max", ModelType.LLM).callingTools();
        ConnectionView created = desk.alice.create(CreateConnection.of(
                        "llm", DashScopeSpec.at("dashscope.aliyuncs.com/api").apiKey(Secret.of("sk-1")))
                .description("Model Studio")
                .accessibility(Accessibility.PUBLIC)
                .models(model)
                .resourceMeta(ResourceMeta.instance("i-1", "one")));

        assertThat(desk.alice.get(created.id())).isEqualTo(created);
        assertThat(desk.alice.getByName("llm")).isEqualTo(created);
        assertThat(desk.alice.getByName("ws-1", "llm")).isEqualTo(created);
        assertThat(created.id()).matches("conn-[a-z0-9]{18}");
        assertThat(created.workspaceId()).isEqualTo("ws-1");
        assertThat(created.creator()).isEqualTo("alice");
        assertThat(created.configs()).isEqualTo(Map.of("base_url", "dashscope.aliyuncs.com/api"));
        assertThat(created.secretNames()).containsExactly("api_key");
        assertThat(created.keyIds()).containsOnlyKeys("api_key");
        assertThat(created.models()).containsExactly(model);
        assertThat(created.revision()).isEqualTo(1);
        assertThat(created.toString()).doesNotContain("sk-1");
    }

    @Test
    void openingGivesTheTypedSpecAndClosingWipesIt() {
        String id = desk.alice.create(Desk.ordersDb()).id();

        OpenedConnection opened = desk.alice.open(id);
        RdsSpec rds = opened.spec(RdsSpec.class);

        assertThat(rds.host()).isEqualTo("db.internal");
        assertThat(rds.port()).isEqualTo(3306);
        assertThat(rds.password().reveal()).isEqualTo("s3cret");
        opened.close();
        assertThatThrownBy(() -> rds.password().reveal()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void openingLeavesNothingInTheClearForTheNextOne() {
        String id = desk.alice.create(Desk.ordersDb()).id();

        desk.alice.open(id).close();

        try (OpenedConnection again = desk.alice.open(id)) {
            assertThat(again.spec(RdsSpec.class).password().reveal()).isEqualTo("s3cret");
        }
    }

    @Test
    void theRequestsSecretsStayTheCallers() {
        Secret secret = Secret.of("s3cret");

        desk.alice.create(CreateConnection.of("c", CustomSpec.empty().secret("k", secret)));

        assertThat(secret.reveal()).isEqualTo("s3cret");
    }

    @Test
    void extraKeysAndUnknownTypesAreKept() {
        ConnectionType future = new ConnectionType("FutureConnection");
        String id = desk.alice
                .create(CreateConnection.of(
                        "f", CustomSpec.ofType(future).config("a", "").secret("s", Secret.of(""))))
                .id();
        String rds = desk.alice
                .create(CreateConnection.of(
                        "r", Desk.orders().config("ssl", "on").secret("extra", Secret.of("x"))))
                .id();

        try (OpenedConnection opened = desk.alice.open(id)) {
            assertThat(opened.spec().connectionType()).isEqualTo(future);
            assertThat(opened.spec().configs()).isEqualTo(Map.of("a", ""));
            assertThat(opened.spec().secrets().get("s")).isEqualTo(Secret.of(""));
        }
        try (OpenedConnection opened = desk.alice.open(rds)) {
            assertThat(opened.spec().configs()).containsEntry("ssl", "on");
            assertThat(opened.spec().secrets()).containsOnlyKeys("extra", "password");
        }
    }

    @Test
    void allProblemsOfARequestAreToldAtOnce() {
        ConnectionSpec spec = ConnectionSpec.of(
                ConnectionType.RDS,
                Map.of("port", "hunter2-port", "database", "d", "type", "mysql", "username", "app"),
                Map.of());

        assertThatThrownBy(
                        () -> desk.alice.create(CreateConnection.of(" ", spec).description("\u0000")))
                .isInstanceOfSatisfying(InvalidRequestException.class, refused -> {
                    assertThat(refused.problems())
                            .extracting(Problem::path, Problem::code)
                            .containsExactly(
                                    tuple("name", Problem.REQUIRED),
                                    tuple("description", Problem.MALFORMED),
                                    tuple("configs.host", Problem.REQUIRED),
                                    tuple("configs.port", Problem.MALFORMED),
                                    tuple("secrets.password", Problem.REQUIRED));
                    assertThat(refused.getMessage()).contains("configs.port").doesNotContain("hunter2");
                });
    }

    @Test
    void aWorkspaceLeftOutIsTheCallersOwnIfThereIsJustOne() {
        Connections inTwo = desk.registry.actingAs(Caller.user("carol").memberOf("ws-1", "ws-2"));
        Connections inTwoWithDefault = desk.registry.actingAs(
                Caller.user("carol").memberOf("ws-1", "ws-2").defaultWorkspace("ws-2"));

        assertThat(inTwoWithDefault.create(Desk.ordersDb()).workspaceId()).isEqualTo("ws-2");
        assertThatThrownBy(() -> inTwo.create(Desk.ordersDb()))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::path)
                                .containsExactly("workspaceId"));
    }

    @Test
    void aNameIsTakenOnceAWorkspaceAfterNormalization() {
        desk.alice.create(CreateConnection.of("caf\u00e9", CustomSpec.empty()));

        assertThatThrownBy(() -> desk.bob.create(CreateConnection.of("cafe\u0301", CustomSpec.empty())))
                .isInstanceOf(NameTakenException.class)
                .hasMessageContaining("ws-1");
        assertThat(desk.alice.getByName("cafe\u0301").name()).isEqualTo("caf\u00e9");
        assertThat(desk.alice
                        .create(CreateConnection.of("Caf\u00e9", CustomSpec.empty()))
                        .name())
                .isEqualTo("Caf\u00e9");
    }

    @Test
    void anOutsiderMayNotCreate() {
        assertThatThrownBy(() -> desk.outsider.create(Desk.ordersDb().inWorkspace("ws-1")))
                .isInstanceOf(NotPermittedException.class);
    }

    @Test
    void whatCannotBeAnIdIsNotFound() {
        for (String id :
                new String[] {"", "conn-", "conn-ABCDEFGHIJKLMNOPQR", "' or 1=1", "x".repeat(10_000), "\u0000"}) {
            assertThatThrownBy(() -> desk.alice.get(id)).isInstanceOf(ConnectionNotFoundException.class);
        }
        assertThat(desk.store.finds).isZero();
    }

    @Test
    void timesAreToTheMicrosecond() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00.123456789Z"), ZoneOffset.UTC);
        try (ConnectionRegistry registry = Registries.builder()
                .url("memory:")
                .masterKey(desk.masterKey)
                .clock(clock)
                .open()) {
            ConnectionView view = registry.actingAs(Desk.ALICE).create(Desk.ordersDb());

            assertThat(view.createdAt()).isEqualTo("2026-11-22T10:00:00.123456Z");
            assertThat(view.modifiedAt()).isEqualTo(view.createdAt());
        }
    }

    @Test
    void anythingAfterCloseIsRefused() {
        desk.registry.close();
        desk.registry.close();

        assertThatThrownBy(() -> desk.alice.get("conn-000000000000000000"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        assertThatThrownBy(() -> desk.alice.validate(Desk.orders()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }
}
