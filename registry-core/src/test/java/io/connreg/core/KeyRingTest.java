package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.KeyState;
import io.connreg.KeyUnavailableException;
import io.connreg.KeyUnavailableException.Reason;
import io.connreg.ListConnections;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException;
import io.connreg.UpdateConnection;
import io.connreg.spec.CustomSpec;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

final class KeyRingTest {
    private final Desk desk = new Desk();

    static CreateConnection withSecret(String name) {
        return CreateConnection.of(name, CustomSpec.empty().secret("k", Secret.of("s3cret")));
    }

    @Test
    void noKeyIsMadeUntilThereIsSomethingToSeal() {
        desk.alice.create(CreateConnection.of("plain", CustomSpec.empty()));
        assertThat(desk.store.slot()).isEmpty();

        desk.alice.create(withSecret("sealed"));
        assertThat(desk.store.slot().map(KeySlot::version)).contains(1L);
    }

    @Test
    void manyStartersAgreeOnOneKeyAndAllRowsAreReadable() throws Exception {
        List<String> ids = Racers.race(
                8,
                racer -> desk.open(desk.masterKey)
                        .actingAs(Desk.ALICE)
                        .create(withSecret("r" + racer))
                        .id());

        assertThat(desk.store.countSecretsByKey()).hasSize(1).containsValue(8L);
        ids.forEach(id -> {
            try (OpenedConnection opened = desk.alice.open(id)) {
                assertThat(opened.spec().secrets()).containsEntry("k", Secret.of("s3cret"));
            }
        });
    }

    @Test
    void aSlotThatAnotherStarterMakesBetweenTwoLooksIsNotTakenForLost() {
        desk.store.slot = slot -> {
            desk.store.slot = UnaryOperator.identity();
            desk.alice.create(withSecret("first"));
            return Optional.empty();
        };
        Connections late = desk.open(desk.masterKey).actingAs(Desk.ALICE);

        late.open(late.create(withSecret("second")).id()).close();

        assertThat(desk.store.countSecretsByKey()).hasSize(1).containsValue(2L);
    }

    @Test
    void aWrongMasterKeyIsToldByBothChecksAndViewsGoOn() {
        ConnectionView view = desk.alice.create(withSecret("c"));
        MasterKey wrong = MasterKey.line(MasterKey.generate());
        Connections stranger = desk.open(wrong).actingAs(Desk.ALICE);

        assertThat(stranger.get(view.id())).isEqualTo(view);
        assertThat(stranger.list(ListConnections.inWorkspace("ws-1")).connections())
                .containsExactly(view);
        assertUnavailable(
                Reason.WRONG_MASTER_KEY,
                () -> stranger.open(view.id()),
                message -> assertThat(message)
                        .contains(wrong.forStoredKeys().id().check())
                        .contains(desk.masterKey.forStoredKeys().id().check()));
        assertUnavailable(Reason.WRONG_MASTER_KEY, () -> stranger.create(withSecret("d")), message -> {});
        stranger.update(UpdateConnection.of(view.id()).rename("renamed").description("no key needed"));
        stranger.update(UpdateConnection.of(view.id()).clearSecret("k"));
        stranger.delete(view.id());
        assertThat(desk.store.slot().map(KeySlot::version)).contains(1L);
    }

    @Test
    void aLostSlotIsNeverReplacedWhileSealedRowsExist() {
        ConnectionView view = desk.alice.create(withSecret("c"));
        desk.store.slot = slot -> Optional.empty();
        Connections late = desk.open(desk.masterKey).actingAs(Desk.ALICE);

        assertUnavailable(Reason.KEYS_LOST, () -> late.open(view.id()), message -> {});
        assertUnavailable(Reason.KEYS_LOST, () -> late.create(withSecret("d")), message -> {});
        assertThat(late.get(view.id())).isEqualTo(view);
    }

    @Test
    void aDamagedSlotIsToldFromATamperedOneAndFromANewerOne() {
        ConnectionView view = desk.alice.create(withSecret("c"));
        edited(slot -> slot.replace("\"epoch\":1", "\"epoch\":2"), Reason.CORRUPT, view);
        edited(slot -> slot.substring(1), Reason.CORRUPT, view);
        edited(slot -> "", Reason.CORRUPT, view);
        edited(slot -> slot.replace("\"format\":1", "\"format\":2"), Reason.NEWER_FORMAT, view);
        edited(
                slot -> SlotMover.withFittingDigest(slot.replace("PRIMARY", "DISABLED")),
                Reason.CORRUPT_OR_TAMPERED,
                view);
    }

    private void edited(UnaryOperator<String> edit, Reason reason, ConnectionView view) {
        desk.store.slot = slot -> slot.map(stored -> new KeySlot(stored.version(), edit.apply(stored.content())));
        Connections late = desk.open(desk.masterKey).actingAs(Desk.ALICE);
        assertUnavailable(reason, () -> late.open(view.id()), message -> {});
        assertUnavailable(reason, () -> late.create(withSecret("d")), message -> {});
    }

    @Test
    void anOlderSlotPutBackWhileTheProcessRunsIsNoticed() {
        ConnectionView view = desk.alice.create(withSecret("c"));
        KeySlot older = desk.store.slot().orElseThrow();
        desk.store.real.replaceSlot(SlotMover.next(older, desk.masterKey));
        Connections running = desk.open(desk.masterKey).actingAs(Desk.ALICE);
        running.open(view.id()).close();

        desk.store.slot = slot -> Optional.of(older);
        desk.store.row = row ->
                new StoredConnection(row.head(), row.document().replaceFirst("(\"k\":\")........", "$1AQAAAAAA"));
        running.update(UpdateConnection.of(view.id()).description("read again"));

        assertUnavailable(Reason.ROLLED_BACK, () -> running.open(view.id()), message -> {});
    }

    @Test
    void secretsSealedUnderASlotThatMovedAreSealedAnew() {
        desk.alice.create(withSecret("first"));
        desk.store.beforeInsert = () -> {
            desk.store.beforeInsert = () -> {};
            desk.store.real.replaceSlot(SlotMover.next(desk.store.slot().orElseThrow(), desk.masterKey));
        };

        ConnectionView view = desk.alice.create(withSecret("second"));

        desk.alice.open(view.id()).close();
        assertThat(desk.store.slot().map(KeySlot::version)).contains(2L);
    }

    @Test
    void anUpdateWhoseSlotMovesSealsAnewToo() {
        String id = desk.alice.create(withSecret("c")).id();
        desk.store.beforeReplace = () -> {
            desk.store.beforeReplace = () -> {};
            desk.store.real.replaceSlot(SlotMover.next(desk.store.slot().orElseThrow(), desk.masterKey));
        };

        desk.alice.update(UpdateConnection.of(id).setSecret("k", Secret.of("n3w")));

        assertThat(desk.alice.get(id).revision()).isEqualTo(2);
        desk.alice.open(id).close();
    }

    @Test
    void theSlotIsReadOnceHoweverManyThreadsOpen() throws Exception {
        String id = desk.alice.create(withSecret("c")).id();
        Connections fresh = desk.open(desk.masterKey).actingAs(Desk.ALICE);
        fresh.open(id).close();
        int reads = desk.store.slotReads;

        Racers.race(8, racer -> {
            fresh.open(id).close();
            return desk.open(desk.masterKey).actingAs(Desk.ALICE).get(id);
        });

        assertThat(desk.store.slotReads).isEqualTo(reads);
    }

    @Test
    void aSecretOfADestroyedKeySaysSo() {
        String id = desk.alice.create(withSecret("c")).id();
        desk.store.real.replaceSlot(
                SlotMover.next(desk.store.slot().orElseThrow(), desk.masterKey, KeyState.DESTROYED));
        Connections fresh = desk.open(desk.masterKey).actingAs(Desk.ALICE);

        assertThatThrownBy(() -> fresh.open(id))
                .isInstanceOfSatisfying(
                        SecretUnreadableException.class,
                        e -> assertThat(e.reasons())
                                .containsEntry("k", SecretUnreadableException.Reason.KEY_DESTROYED));
    }

    @Test
    void twoStoresHaveNothingInCommon() {
        SlotSeal seal = new SlotSeal(desk.masterKey, Clock.systemUTC());
        SlotContent one = SlotCodec.decode(seal.create());
        SlotContent other = SlotCodec.decode(seal.create());

        assertThat(one.registry()).isNotEqualTo(other.registry()).doesNotMatch("0+");
        assertThat(one.keys().get(0).id()).isNotEqualTo(other.keys().get(0).id());
        assertThat(one.wraps().get(0).wrapped())
                .isNotEqualTo(other.wraps().get(0).wrapped());
    }

    static void assertUnavailable(Reason reason, Runnable operation, Consumer<String> message) {
        assertThatThrownBy(operation::run).isInstanceOfSatisfying(KeyUnavailableException.class, e -> {
            assertThat(e.reason()).isEqualTo(reason);
            message.accept(e.getMessage());
            assertThat(e.getCause()).isNull();
        });
    }
}
