package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.KeyId;
import io.connreg.KeyState;
import io.connreg.KeyStatus;
import io.connreg.StorageException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A new key takes the place of the primary one. */
final class RotateTest {
    private final KeyDesk desk = new KeyDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void newSecretsAreSealedWithTheNewKeyAndOldOnesGoOnOpening() {
        String before = desk.create("before");
        KeyId first = desk.primary();
        desk.clock.forward(Duration.ofDays(1));

        KeyId second = desk.keys.rotate();

        String behind = desk.create("behind");
        assertThat(desk.keys.status().keys())
                .containsExactly(
                        new KeyStatus(
                                first,
                                KeyState.RETIRING,
                                desk.clock.instant().minus(Duration.ofDays(1)),
                                desk.clock.instant(),
                                1),
                        new KeyStatus(second, KeyState.PRIMARY, desk.clock.instant(), desk.clock.instant(), 1));
        assertThat(desk.alice.get(behind).keyIds()).containsEntry("k", second);
        desk.assertOpens(before);
        desk.assertOpens(behind);
    }

    @Test
    void aNewStoreHasNoKeysToEndAndGetsItsFirstByARotation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.keys.retire(new KeyId(1)))
                .withMessageContaining("no keys yet");
        desk.keys.removeMasterKey(desk.desk.masterKey.id());
        assertThat(desk.store.slot()).isEmpty();
        assertThat(desk.keys.status().version()).isZero();

        assertThat(desk.keys.rotate()).isEqualTo(desk.primary());
    }

    @Test
    void aProcessThatHoldsOlderKeysOpensWhatANewerOneSealedAndSealsWithItToo() {
        String before = desk.create("before");
        desk.assertOpens(before);

        KeyId second = desk.otherKeys.rotate();

        String there = desk.other
                .actingAs(Desk.ALICE)
                .create(KeyRingTest.withSecret("there"))
                .id();
        desk.assertOpens(there);
        assertThat(desk.alice.get(desk.create("here")).keyIds()).containsEntry("k", second);
    }

    @Test
    void aProcessWhosePrimaryIsStaleIsRefusedByTheStoreAndSealsAnew() {
        desk.create("before");

        KeyId second = desk.otherKeys.rotate();

        assertThat(desk.alice.get(desk.create("stale")).keyIds()).containsEntry("k", second);
        assertThat(desk.status(second).secrets()).isEqualTo(1);
    }

    @Test
    void aKeyThatWasStagedBeforeAKillIsPromotedByTheNextRotation() {
        desk.create("c");
        KeyId first = desk.primary();
        desk.store.beforeReplaceSlot = () -> desk.store.beforeReplaceSlot = () -> {
            throw new StorageException("killed");
        };
        assertThatThrownBy(desk.keys::rotate).hasMessage("killed");
        KeyId staged = desk.keys.status().in(KeyState.STAGED).get(0);
        assertThat(desk.primary()).isEqualTo(first);
        desk.create("d");
        assertThat(desk.status(first).secrets()).isEqualTo(2);
        desk.store.beforeReplaceSlot = () -> {};

        assertThat(desk.otherKeys.rotate()).isEqualTo(staged);

        assertThat(desk.keys.status().keys())
                .extracting(KeyStatus::state)
                .containsExactly(KeyState.RETIRING, KeyState.PRIMARY);
    }

    @Test
    void ofManyWhoRotateAtOnceAllAreToldAPrimaryAndNoKeyIsLeftHalfWay() throws Exception {
        String id = desk.create("c");

        List<KeyId> told =
                Racers.race(8, racer -> desk.open(desk.desk.masterKey).keys().rotate());

        List<KeyStatus> keys = desk.keys.status().keys();
        assertThat(keys.subList(0, keys.size() - 1))
                .extracting(KeyStatus::state)
                .containsOnly(KeyState.RETIRING);
        assertThat(keys).extracting(KeyStatus::id).containsAll(new HashSet<>(told));
        assertThat(desk.keys.status().in(KeyState.PRIMARY)).hasSize(1);
        desk.assertOpens(id);
    }

    @Test
    void aSlotThatMovesMeanwhileIsReadAgain() {
        desk.create("c");
        KeyId first = desk.primary();
        desk.store.beforeReplaceSlot = () -> {
            desk.store.beforeReplaceSlot = () -> {};
            desk.store.real.replaceSlot(SlotMover.next(desk.store.slot().orElseThrow(), desk.desk.masterKey));
        };

        assertThat(desk.keys.rotate()).isNotEqualTo(first);

        assertThat(desk.keys.status().version()).isEqualTo(4);
    }

    @Test
    void aSlotThatNeverStopsMovingIsGivenUpWithTheReason() {
        desk.create("c");
        desk.store.beforeReplaceSlot = () ->
                desk.store.real.replaceSlot(SlotMover.next(desk.store.slot().orElseThrow(), desk.desk.masterKey));

        assertThatThrownBy(desk.keys::rotate)
                .isInstanceOf(StorageException.class)
                .hasMessage("cannot rotate the keys: the key slot moved 100 times meanwhile; try again");
    }

    @Test
    void statusNeedsNoMasterKeyAndNamesTheKeysThatAreLost() {
        desk.create("c");
        KeyId lost = desk.primary();
        MasterKey wrong = MasterKey.line(MasterKey.generate());

        assertThat(desk.open(wrong).keys().status()).isEqualTo(desk.keys.status());
        assertThat(desk.keys.status().masterKeys()).containsExactly(desk.desk.masterKey.id());

        desk.store.slot = slot -> Optional.empty();
        assertThat(desk.keys.status().keys()).isEmpty();
        assertThat(desk.keys.status().lost()).containsExactly(Map.entry(lost, 1L));
    }
}
