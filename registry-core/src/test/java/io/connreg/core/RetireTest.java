package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import io.connreg.KeyId;
import io.connreg.KeyInUseException;
import io.connreg.KeyState;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException;
import io.connreg.SecretUnreadableException.Reason;
import io.connreg.UpdateConnection;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The end of a key: nothing may hang on it, and it waits for what is under way. */
final class RetireTest {
    private final KeyDesk desk = new KeyDesk();
    private final String id = desk.create("c");
    private final KeyId first = desk.primary();

    @AfterEach
    void close() {
        desk.close();
    }

    private void rotateAndReseal() {
        desk.keys.rotate();
        desk.keys.reseal();
    }

    private void rotateResealAndRetire() {
        rotateAndReseal();
        desk.keys.retire(first);
    }

    private static void assertInUse(Runnable operation, String... words) {
        assertThatExceptionOfType(KeyInUseException.class)
                .isThrownBy(operation::run)
                .withMessageContainingAll(words);
    }

    @Test
    void aKeyGoesTheWholeWayAndEverythingOpens() {
        rotateResealAndRetire();
        assertThat(desk.status(first).state()).isEqualTo(KeyState.DISABLED);
        desk.clock.forward(KeyDesk.GRACE);

        desk.otherKeys.destroy(first);

        assertThat(desk.status(first).state()).isEqualTo(KeyState.DESTROYED);
        assertThat(desk.status(first).since()).isEqualTo(desk.clock.instant());
        desk.assertOpens(id);
        desk.keys.retire(first);
        desk.keys.destroy(first);
        desk.keys.rotate();
        desk.keys.reseal();
        desk.assertOpens(id);
    }

    @Test
    void ofADestroyedKeyNothingButItsIdIsKept() throws GeneralSecurityException {
        rotateResealAndRetire();
        assertThat(keyset().size()).isEqualTo(2);
        desk.clock.forward(KeyDesk.GRACE);

        desk.keys.destroy(first);

        assertThat(keyset().size()).isEqualTo(1);
        assertThat(keyset().getPrimary().getId()).isEqualTo(desk.primary().value());
    }

    private KeysetHandle keyset() throws GeneralSecurityException {
        KeySlot slot = desk.store.slot().orElseThrow();
        SlotContent content = SlotCodec.decode(slot);
        byte[] wrappingKey =
                desk.desk.masterKey.forStoredKeys().unwrap(content.wraps().get(0), content.registryBytes());
        return KeyTable.open(content, slot.version(), wrappingKey).keyset();
    }

    @Test
    void whatIsStillNeededIsNotRetired() {
        assertInUse(() -> desk.keys.retire(first), "retire key " + first, "rotate first");
        desk.keys.rotate();
        assertThatThrownBy(() -> desk.keys.retire(first)).isInstanceOfSatisfying(KeyInUseException.class, e -> {
            assertThat(e.connections()).containsExactly(id);
            assertThat(e).hasMessageContainingAll("1 secret", id, "reseal");
        });
        assertThatIllegalArgumentException().isThrownBy(() -> desk.keys.retire(new KeyId(7)));
        assertThatIllegalArgumentException().isThrownBy(() -> desk.keys.destroy(new KeyId(7)));
    }

    @Test
    void aKeyIsDestroyedOnlyOnceItWasDisabledForItsGrace() {
        assertInUse(() -> desk.keys.destroy(first), "destroy key " + first);
        rotateAndReseal();
        assertInUse(() -> desk.keys.destroy(first), "RETIRING", "retire it first");
        desk.keys.retire(first);
        desk.clock.forward(KeyDesk.GRACE.minus(Duration.ofSeconds(1)));

        assertInUse(() -> desk.keys.destroy(first), "try again at 2026-01-01T01:30:00Z");
        assertThat(desk.status(first).state()).isEqualTo(KeyState.DISABLED);

        desk.clock.forward(Duration.ofSeconds(1));
        desk.keys.destroy(first);
    }

    @Test
    void whatComesInLateOpensAndPutsTheKeyAStepBack() {
        StoredConnection once = desk.row(id);
        rotateResealAndRetire();
        desk.comesInLate(once);
        desk.assertOpens(id);
        desk.clock.forward(KeyDesk.GRACE);

        assertInUse(() -> desk.keys.destroy(first), "1 secret", id);

        assertThat(desk.status(first).state()).isEqualTo(KeyState.RETIRING);
        assertInUse(() -> desk.keys.retire(first), id);
        desk.keys.reseal();
        desk.keys.retire(first);
        assertInUse(() -> desk.keys.destroy(first), "try again at");
        desk.clock.forward(KeyDesk.GRACE);
        desk.keys.destroy(first);
        desk.assertOpens(id);
    }

    @Test
    void whatComesInLateOnADisabledKeyIsResealedToo() {
        StoredConnection once = desk.row(id);
        rotateResealAndRetire();
        desk.comesInLate(once);

        assertThat(desk.keys.reseal().done()).isEqualTo(1);

        desk.clock.forward(KeyDesk.GRACE);
        desk.keys.destroy(first);
        desk.assertOpens(id);
    }

    @Test
    void aKeyThatAnotherProcessPutBackMeanwhileIsNotDestroyed() {
        StoredConnection once = desk.row(id);
        rotateResealAndRetire();
        desk.clock.forward(KeyDesk.GRACE);
        desk.store.beforeReplaceSlot = () -> {
            desk.store.beforeReplaceSlot = () -> {};
            desk.comesInLate(once);
            assertInUse(() -> desk.otherKeys.destroy(first), id);
        };

        assertInUse(() -> desk.keys.destroy(first), id);

        assertThat(desk.status(first).state()).isEqualTo(KeyState.RETIRING);
        desk.assertOpens(id);
    }

    /** A registry whose cache holds the row from before, and which reads the keys from after, reads the row again. */
    @Test
    void aCachedRowOfADestroyedKeyIsReadAgain() {
        desk.alice.get(id);
        desk.otherKeys.rotate();
        desk.otherKeys.reseal();
        desk.otherKeys.retire(first);
        desk.clock.forward(KeyDesk.GRACE);
        desk.otherKeys.destroy(first);
        desk.create("makes this process read the keys");

        try (OpenedConnection opened = desk.alice.open(id)) {
            assertThat(opened.spec().secrets()).isEqualTo(Map.of("k", Secret.of("s3cret")));
        }
    }

    /** From a backup of rows, say. */
    @Test
    void aSecretOfADestroyedKeySaysSoAndCanBeSetAnew() {
        StoredConnection once = desk.row(id);
        rotateResealAndRetire();
        desk.clock.forward(KeyDesk.GRACE);
        desk.keys.destroy(first);
        desk.comesInLate(once);

        assertThatThrownBy(() -> desk.other.actingAs(Desk.ALICE).open(id))
                .isInstanceOfSatisfying(
                        SecretUnreadableException.class,
                        e -> assertThat(e.reasons()).isEqualTo(Map.of("k", Reason.KEY_DESTROYED)));
        assertThat(desk.keys.verify().listed())
                .singleElement()
                .satisfies(bad -> assertThat(bad.secrets()).isEqualTo(Map.of("k", Reason.KEY_DESTROYED)));
        desk.alice.update(UpdateConnection.of(id).setSecret("k", Secret.of("s3cret")));
        assertThat(desk.keys.verify().unreadable()).isZero();
    }

    @Test
    void aGraceIsSomeTime() {
        for (Duration none : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Registries.builder().keyGrace(none));
        }
    }
}
