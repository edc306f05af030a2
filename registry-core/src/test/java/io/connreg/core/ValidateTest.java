package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.Caller;
import io.connreg.ConnectionType;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.KeyUnavailableException;
import io.connreg.Problem;
import io.connreg.RevisionMismatchException;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException;
import io.connreg.UpdateConnection;
import io.connreg.ValidationResult;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.CustomSpec;
import io.connreg.spec.RdsSpec;
import io.connreg.spi.StoredConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a probe is given, and what becomes of its answer. */
final class ValidateTest {
    private final Desk desk = new Desk();
    private final ConnectionView orders = desk.alice.create(Desk.ordersDb());
    private final ScriptedProbe probe = desk.probe;

    @AfterEach
    void nothingWasStored() {
        desk.store.row = row -> row;
        assertThat(desk.alice.get(orders.id())).isEqualTo(orders);
    }

    @Test
    void aStoredConnectionIsTestedAsItIs() {
        ValidationResult result = desk.alice.validate(orders.id());

        assertThat(result.isSuccess()).isTrue();
        assertThat(result.failure()).isNull();
        assertThat(result.message()).isEqualTo("RDSConnection 'orders-db' works");
        assertThat(probe.only().spec()).isInstanceOf(RdsSpec.class);
        assertThat(probe.only().spec().configs()).isEqualTo(orders.configs());
        assertThat(probe.only().secrets()).isEqualTo(Map.of("password", "s3cret"));
        assertThat(probe.only().timeLeft()).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void anUpdateIsTestedAsItWouldLeaveTheConnection() {
        desk.alice.validate(UpdateConnection.of(orders.id())
                .setConfig("host", "db2")
                .setConfig("extra", "x")
                .setSecret("other", Secret.of("n3w"))
                .rename("renamed")
                .description("d")
                .transferTo("dave"));

        assertThat(probe.only().spec().configs()).containsEntry("host", "db2").containsEntry("extra", "x");
        assertThat(probe.only().secrets()).isEqualTo(Map.of("password", "s3cret", "other", "n3w"));
    }

    @Test
    void whatIsNotStoredIsTestedInAWorkspaceOfTheCallers() {
        assertThat(desk.alice.validate("ws-1", Desk.orders()).message()).isEqualTo("this unsaved RDSConnection works");
        assertThat(desk.alice.validate(Desk.orders()).isSuccess()).isTrue();

        assertThat(probe.given)
                .hasSize(2)
                .allSatisfy(given -> assertThat(given.secrets()).isEqualTo(Map.of("password", "s3cret")));
    }

    @Test
    void afterTheTestTheProbesSecretsAreWipedAndTheCallersAreNot() {
        Secret callers = Secret.of("mine");
        desk.alice.validate(UpdateConnection.of(orders.id()).setSecret("other", callers));
        desk.alice.validate(CustomSpec.empty().secret("other", callers));

        assertThat(probe.given)
                .allSatisfy(given ->
                        assertThat(given.spec().secrets().values()).isNotEmpty().allMatch(ScriptedProbe::isWiped));
        assertThat(callers.reveal()).isEqualTo("mine");
    }

    @Test
    void whatAProbeWipesIsItsOwn() {
        Secret callers = Secret.of("mine");
        probe.script = (spec, run) -> {
            spec.secrets().values().forEach(Secret::wipe);
            return Optional.empty();
        };
        desk.alice.validate(CustomSpec.empty().secret("other", callers));

        assertThat(callers.reveal()).isEqualTo("mine");
    }

    @Test
    void aKeptSecretThatCannotBeReadIsAnErrorAsItIsForOpen() {
        Secret callers = Secret.of("mine");
        damagePassword();
        assertThatThrownBy(() ->
                        desk.alice.validate(UpdateConnection.of(orders.id()).setSecret("other", callers)))
                .isInstanceOfSatisfying(
                        SecretUnreadableException.class,
                        e -> assertThat(e.reasons()).containsOnlyKeys("password"))
                .hasMessageStartingWith("cannot validate connection " + orders.id());
        assertThat(probe.given).isEmpty();
        assertThat(callers.reveal()).isEqualTo("mine");
    }

    @Test
    void secretsThatTheUpdateSetsAreNotOpened() {
        damagePassword();
        desk.alice.validate(UpdateConnection.of(orders.id()).setSecret("password", Secret.of("n3w")));

        assertThat(probe.only().secrets()).isEqualTo(Map.of("password", "n3w"));
    }

    @Test
    void secretsThatTheUpdateClearsAreNotOpened() {
        String id = desk.alice.create(KeyRingTest.withSecret("free")).id();
        desk.store.row = row -> new StoredConnection(
                row.head(), row.document().replaceFirst("\"k\":\"[^\"]*\"", "\"k\":\"not base64!\""));
        desk.alice.validate(UpdateConnection.of(id).clearSecret("k").setConfig("host", "other"));

        assertThat(probe.only().secrets()).isEmpty();
    }

    private void damagePassword() {
        desk.store.row = row -> new StoredConnection(
                row.head(), row.document().replaceFirst("\"password\":\"[^\"]*\"", "\"password\":\"not base64!\""));
    }

    @Test
    void withoutAMasterKeyWhatNeedsNoneIsTested() {
        Connections keyless =
                desk.open(MasterKey.environment("CONNREG_NO_SUCH_VARIABLE")).actingAs(Desk.ALICE);

        assertThatThrownBy(() -> keyless.validate(orders.id())).isInstanceOf(KeyUnavailableException.class);
        assertThat(keyless.validate(UpdateConnection.of(orders.id()).setSecret("password", Secret.of("n3w")))
                        .isSuccess())
                .isTrue();
        assertThat(keyless.validate(Desk.orders()).isSuccess()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aFailedTestIsAnAnswerInTheRegistrysOwnWords(Failure failure) {
        probe.script = (spec, run) -> Optional.of(failure);
        ValidationResult result = desk.alice.validate(orders.id());

        assertThat(result.isSuccess()).isFalse();
        assertThat(result.failure()).isEqualTo(failure);
        assertThat(result.message()).startsWith("RDSConnection 'orders-db' ").hasSizeGreaterThan(50);
    }

    @Test
    void aTypeThatNoProbeAcceptsIsNotTestedAndNothingIsOpened() {
        probe.accepted = type -> type.equals(ConnectionType.MILVUS);
        damagePassword();
        ValidationResult result = desk.alice.validate(orders.id());

        assertThat(result.failure()).isEqualTo(Failure.NO_PROBE);
        assertThat(result.message()).startsWith("RDSConnection 'orders-db' was not tested: there is no probe");
        assertThat(result.latency()).isZero();
        assertThat(desk.alice.validate(Desk.orders()).failure()).isEqualTo(Failure.NO_PROBE);
        assertThat(probe.given).isEmpty();
    }

    @Test
    void theFirstProbeThatAcceptsTheTypeIsAsked() {
        ScriptedProbe second = new ScriptedProbe();
        ScriptedProbe third = new ScriptedProbe();
        probe.accepted = type -> type.equals(ConnectionType.MILVUS);
        desk.builder().probe(second).probe(third).open().actingAs(Desk.ALICE).validate(Desk.orders());

        assertThat(probe.given).isEmpty();
        assertThat(second.given).hasSize(1);
        assertThat(third.given).isEmpty();
    }

    @Test
    void aRowThatItsTypeDoesNotAllowIsNotTried() {
        desk.store.row =
                row -> new StoredConnection(row.head(), row.document().replace("\"port\":\"3306\"", "\"port\":\"x\""));
        ValidationResult result =
                desk.alice.validate(UpdateConnection.of(orders.id()).setSecret("password", Secret.of("n3w")));

        assertThat(result.failure()).isEqualTo(Failure.BAD_CONFIGURATION);
        assertThat(probe.given).isEmpty();
    }

    @Test
    void allThatIsWrongWithARequestIsToldAtOnce() {
        assertThatThrownBy(() -> desk.registry
                        .actingAs(Caller.user("alice").memberOf("ws-1", "ws-2"))
                        .validate(RdsSpec.at("mysql", "a b", 0, "orders").config("token", "s3cret")))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::path)
                                .contains(
                                        "workspaceId",
                                        "configs.token",
                                        "configs.host",
                                        "configs.port",
                                        "configs.username",
                                        "secrets.password"))
                .hasMessageStartingWith("cannot validate an unsaved RDSConnection");
        assertThatThrownBy(() -> desk.alice.validate(UpdateConnection.of(orders.id())
                        .removeConfig("host")
                        .setConfig("port", "0")
                        .clearSecret("password")))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::path)
                                .containsExactly("configs.host", "configs.port", "secrets.password"));
        assertThat(probe.given).isEmpty();
    }

    @Test
    void theProblemsOfASpecAreThoseThatCreateFinds() {
        ConnectionSpec bad = ConnectionSpec.of(
                new ConnectionType("RDSConection"),
                Map.of("password", "x", "\n", "y", "url", "jdbc:x?password=z"),
                Map.of("", Secret.of("x".repeat(65_537))));

        assertThat(problems(() -> desk.alice.validate(bad)))
                .hasSizeGreaterThan(4)
                .isEqualTo(problems(() -> desk.alice.create(CreateConnection.of("bad", bad))));
    }

    private static List<Problem> problems(Runnable request) {
        try {
            request.run();
            return List.of();
        } catch (InvalidRequestException e) {
            return e.problems();
        }
    }

    @Test
    void anExpectedRevisionIsHonoured() {
        assertThat(desk.alice
                        .validate(UpdateConnection.of(orders.id()).ifRevision(1))
                        .isSuccess())
                .isTrue();
        assertThatThrownBy(() ->
                        desk.alice.validate(UpdateConnection.of(orders.id()).ifRevision(2)))
                .isInstanceOf(RevisionMismatchException.class)
                .hasMessageStartingWith("cannot validate connection " + orders.id());
    }

    @Test
    void whatIsTestedIsWhatTheStoreHoldsNow() {
        String id = desk.alice.create(KeyRingTest.withSecret("moving")).id();
        desk.alice.get(id);
        desk.open(desk.masterKey)
                .actingAs(Desk.ALICE)
                .update(UpdateConnection.of(id).setConfig("host", "moved"));

        desk.alice.validate(UpdateConnection.of(id).ifRevision(2));
        assertThat(probe.only().spec().configs()).containsEntry("host", "moved");
    }
}
