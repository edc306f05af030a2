package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import io.connreg.KeyId;
import io.connreg.KeyInUseException;
import io.connreg.KeyState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However often keys are changed, the slot stays under the 64 KiB that each store takes. */
final class SlotSizeTest {
    private static final int MOST_CHARACTERS = 64 * 1024;

    private final KeyDesk desk = new KeyDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void theFullestSlotHasRoomInEveryStore() {
        String id = desk.create("c");
        KeyId first = desk.primary();
        for (int i = 0; i <= KeyTable.MOST_TOMBSTONES; i++) {
            liveAKey();
        }
        assertThat(desk.keys.status().in(KeyState.DESTROYED))
                .hasSize(KeyTable.MOST_TOMBSTONES)
                .doesNotContain(first);
        while (desk.keys.status().keys().size() < KeyTable.MOST_TOMBSTONES + KeyTable.MOST_KEYS) {
            desk.keys.rotate();
        }
        for (int i = 1; i < SlotSeal.MOST_MASTER_KEYS; i++) {
            desk.keys.addMasterKey(service(i));
        }

        assertThat(desk.store.slot().orElseThrow().content()).hasSizeLessThan(MOST_CHARACTERS);
        assertThatThrownBy(desk.keys::rotate)
                .isInstanceOf(KeyInUseException.class)
                .hasMessage("cannot rotate the keys: there are 64 keys already; reseal, retire and destroy those that"
                        + " are retiring");
        assertThatThrownBy(() -> desk.keys.addMasterKey(service(0)))
                .isInstanceOf(KeyInUseException.class)
                .hasMessageContaining("wrapped by 16 already");
        desk.assertOpens(id);

        liveOn();
        desk.keys.rotate();
    }

    private void liveAKey() {
        desk.keys.rotate();
        liveOn();
    }

    private void liveOn() {
        desk.keys.reseal();
        desk.keys.status().in(KeyState.RETIRING).forEach(desk.keys::retire);
        desk.clock.forward(KeyDesk.GRACE);
        desk.keys.status().in(KeyState.DISABLED).forEach(desk.keys::destroy);
    }

    /** Its label is as long as it may be, of characters that JSON writes longer. */
    private static MasterKey service(int number) {
        String label = "\"".repeat(MasterKey.MOST_LABEL - 1) + (char) ('a' + number);
        Aead aead = TinkKeys.aead(TinkKeys.random(TinkKeys.KEY_LENGTH));
        return MasterKey.aead(label, aead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "a\u0000", "a\ud800b"})
    void aLabelThatIsNoneIsRefused(String label) {
        Aead aead = TinkKeys.aead(TinkKeys.random(TinkKeys.KEY_LENGTH));
        assertThatIllegalArgumentException().isThrownBy(() -> MasterKey.aead(label, aead));
        assertThatIllegalArgumentException().isThrownBy(() -> MasterKey.aead("x".repeat(129) + label, aead));
    }
}
