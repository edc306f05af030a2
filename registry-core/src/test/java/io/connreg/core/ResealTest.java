package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionView;
import io.connreg.CreateConnection;
import io.connreg.KeyId;
import io.connreg.KeyInUseException;
import io.connreg.KeyState;
import io.connreg.KeysReport;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException.Reason;
import io.connreg.UnreadableConnection;
import io.connreg.UnreadableConnectionException;
import io.connreg.UpdateConnection;
import io.connreg.spec.CustomSpec;
import io.connreg.spi.StoredConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is sealed with another key than the primary one is sealed anew, whoever does what meanwhile. */
final class ResealTest {
    private static final int MANY = KeyWork.BATCH + 3;

    private final KeyDesk desk = new KeyDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    private static KeysReport report(long done, long already, long changedMeanwhile) {
        return new KeysReport(done, already, changedMeanwhile, 0, List.of());
    }

    private void meanwhile(Runnable act) {
        desk.store.beforeReplaceAll = () -> {
            desk.store.beforeReplaceAll = () -> {};
            act.run();
        };
    }

    private List<String> createMany() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            ids.add(desk.create("c-" + i));
        }
        return ids;
    }

    @Test
    void nothingIsLeftOnTheOldKeysAndEverythingOpens() {
        List<String> ids = createMany();
        desk.keys.rotate();
        ids.add(desk.create("of the second key"));
        KeyId third = desk.keys.rotate();
        List<KeysReport> progress = new ArrayList<>();

        assertThat(desk.keys.reseal(progress::add)).isEqualTo(report(MANY + 1, 0, 0));

        assertThat(desk.store.countSecretsByKey()).isEqualTo(Map.of(third, MANY + 1L));
        assertThat(progress).hasSizeGreaterThan(2).last().isEqualTo(report(MANY + 1, 0, 0));
        ids.forEach(desk::assertOpens);
        assertThat(desk.keys.reseal()).isEqualTo(report(0, 0, 0));
    }

    @Test
    void anEmptyStoreHasNothingToReseal() {
        assertThat(desk.keys.reseal()).isEqualTo(report(0, 0, 0));
        assertThat(desk.store.slot()).isEmpty();
    }

    @Test
    void callersSeeNeitherANewRevisionNorANewTimeAndTheCacheForgetsTheRow() {
        String id =
                desk.alice.create(KeyRingTest.withSecret("c").description("d")).id();
        desk.alice.update(UpdateConnection.of(id).setSecret("other", Secret.of("o")));
        ConnectionView before = desk.alice.get(id);
        KeyId second = desk.keys.rotate();

        desk.keys.reseal();

        ConnectionView after = desk.alice.get(id);
        assertThat(after.keyIds()).isEqualTo(Map.of("k", second, "other", second));
        assertThat(after).usingRecursiveComparison().ignoringFields("keyIds").isEqualTo(before);
        assertThat(desk.row(id).head().rowVersion()).isEqualTo(3);
        desk.alice.update(UpdateConnection.of(id).ifRevision(2).description("the revision has not moved"));
    }

    @Test
    void whatDoesNotOpenIsListedAndStandsInNobodysWay() {
        List<String> ids = createMany();
        String bad = ids.get(0);
        desk.alice.update(UpdateConnection.of(bad).setSecret("fine", Secret.of("f")));
        KeyId first = desk.primary();
        edit(bad, document -> document.replace("\"secrets\"", "\"configs\":{\"host\":\"evil\"},\"secrets\""));
        desk.keys.rotate();

        KeysReport report = desk.keys.reseal();

        assertThat(report.done()).isEqualTo(MANY - 1);
        assertThat(report.unreadable()).isEqualTo(1);
        assertThat(report.listed())
                .containsExactly(new UnreadableConnection(
                        bad,
                        "ws-1",
                        new TreeMap<>(Map.of("k", Reason.TAMPERED, "fine", Reason.TAMPERED)),
                        Optional.empty()));
        ids.subList(1, MANY).forEach(desk::assertOpens);
        assertThatThrownBy(() -> desk.keys.retire(first))
                .isInstanceOfSatisfying(
                        KeyInUseException.class,
                        e -> assertThat(e.connections()).containsExactly(bad));
        assertThat(desk.status(first).secrets()).isEqualTo(2);
        assertThat(desk.keys.reseal().unreadable()).isEqualTo(1);
    }

    @Test
    void ofTwoSecretsOneThatDoesNotOpenKeepsTheOtherNotBack() {
        String id = desk.alice
                .create(CreateConnection.of(
                        "c", CustomSpec.empty().secret("k", Secret.of("s3cret")).secret("l", Secret.of("l"))))
                .id();
        KeyId first = desk.primary();
        edit(id, document -> document.replaceFirst("(\"l\":\".*)....(\")", "$1AAA=$2"));
        KeyId second = desk.keys.rotate();

        KeysReport report = desk.keys.reseal();

        assertThat(report.done()).isEqualTo(1);
        assertThat(report.listed())
                .extracting(UnreadableConnection::secrets)
                .containsExactly(new TreeMap<>(Map.of("l", Reason.TAMPERED)));
        assertThat(desk.store.countSecretsByKey()).isEqualTo(Map.of(first, 1L, second, 1L));

        desk.alice.update(UpdateConnection.of(id).clearSecret("l"));
        desk.assertOpens(id);
        desk.keys.retire(first);
    }

    @Test
    void aConnectionThatThisVersionCannotReadIsListedAndLeftAsItIs() {
        String id = desk.create("c");
        desk.store.row =
                row -> new StoredConnection(row.head(), row.document().replace("{\"format\":1", "{\"format\":2"));
        StoredConnection before = desk.row(id);
        desk.keys.rotate();

        KeysReport report = desk.keys.reseal();

        assertThat(report.listed())
                .containsExactly(new UnreadableConnection(
                        id, "ws-1", new TreeMap<>(), Optional.of(UnreadableConnectionException.Reason.NEWER_FORMAT)));
        assertThat(desk.row(id)).isEqualTo(before);
    }

    @Test
    void aSecretOfAKeyThatIsLostIsListed() {
        String id = desk.create("c");
        desk.comesInLate(new StoredConnection(
                desk.row(id).head(), desk.row(id).document().replaceFirst("(\"k\":\")........", "$1AQAAAAAA")));

        KeysReport report = desk.keys.reseal();

        assertThat(report.listed())
                .extracting(UnreadableConnection::secrets)
                .containsExactly(new TreeMap<>(Map.of("k", Reason.KEY_MISSING)));
        assertThat(desk.keys.status().lost()).isEqualTo(Map.of(new KeyId(0), 1L));
    }

    @Test
    void itIsCancelledBetweenTwoBatchesByWhatTheListenerThrowsAndRunAgainElsewhere() {
        List<String> ids = createMany();
        KeyId first = desk.primary();
        desk.keys.rotate();

        assertThatThrownBy(() -> desk.keys.reseal(soFar -> {
                    throw new IllegalStateException("the operator's cancel button at " + soFar);
                }))
                .hasMessage("the operator's cancel button at done 32, already 0, changed meanwhile 0, unreadable 0");
        assertThat(desk.status(first).secrets()).isEqualTo(MANY - KeyWork.BATCH);

        assertThat(desk.otherKeys.reseal()).isEqualTo(report(MANY - KeyWork.BATCH, 0, 0));
        ids.forEach(desk::assertOpens);
    }

    @Test
    void anInterruptEndsItBetweenTwoBatchesAndIsKept() {
        createMany();
        KeyId first = desk.primary();
        desk.keys.rotate();

        assertThatThrownBy(
                        () -> desk.keys.reseal(soFar -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("run it again");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(desk.status(first).secrets()).isEqualTo(MANY - KeyWork.BATCH);
    }

    @Test
    void ofTwoAtOnceTheSlowerOneFindsItsWorkDone() {
        List<String> ids = createMany();
        desk.keys.rotate();
        meanwhile(() -> assertThat(desk.otherKeys.reseal()).isEqualTo(report(MANY, 0, 0)));

        assertThat(desk.keys.reseal()).isEqualTo(report(0, KeyWork.BATCH, 0));

        ids.forEach(desk::assertOpens);
    }

    @Test
    void aRowThatAWriterChangesMeanwhileIsLookedAtAgain() {
        String renamed = desk.create("c");
        String setAnew = desk.create("d");
        String deleted = desk.create("e");
        KeyId first = desk.primary();
        desk.keys.rotate();
        meanwhile(() -> {
            desk.alice.update(UpdateConnection.of(renamed).rename("renamed"));
            desk.alice.update(UpdateConnection.of(setAnew).setSecret("k", Secret.of("s3cret")));
            desk.alice.delete(deleted);
        });

        assertThat(desk.keys.reseal()).isEqualTo(report(1, 2, 1));

        desk.assertOpens(desk.alice.getByName("renamed").id());
        desk.assertOpens(setAnew);
        desk.keys.retire(first);
    }

    @Test
    void aSlotThatMovesMeanwhileRefusesABatchAndTheNextKeyIsTaken() {
        String id = desk.create("c");
        desk.keys.rotate();
        meanwhile(desk.otherKeys::rotate);

        assertThat(desk.keys.reseal()).isEqualTo(report(1, 0, 1));

        assertThat(desk.alice.get(id).keyIds()).containsValue(desk.primary());
        assertThat(desk.keys.status().in(KeyState.RETIRING)).hasSize(2).allSatisfy(desk.keys::retire);
    }

    /** Somebody changes a row in the store itself, keys and index as they were. */
    private void edit(String id, UnaryOperator<String> edit) {
        desk.store.row =
                row -> row.head().id().equals(id) ? new StoredConnection(row.head(), edit.apply(row.document())) : row;
    }
}
