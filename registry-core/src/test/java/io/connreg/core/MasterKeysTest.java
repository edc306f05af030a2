package io.connreg.core;

import static io.connreg.core.KeyRingTest.assertUnavailable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.crypto.tink.Aead;
import io.connreg.ConnectionRegistry;
import io.connreg.Health;
import io.connreg.KeyInUseException;
import io.connreg.KeyUnavailableException.Reason;
import io.connreg.MasterKeyId;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old and new master key side by side, then the new one alone; no row is touched. */
final class MasterKeysTest {
    private final KeyDesk desk = new KeyDesk();
    private final MasterKey old = desk.desk.masterKey;
    private final MasterKey young = MasterKey.line(MasterKey.generate());
    private final String id = desk.create("c");
    private final StoredConnection row = desk.row(id);

    @AfterEach
    void close() {
        desk.close();
    }

    private void assertOpensWith(MasterKey key) {
        desk.open(key).actingAs(Desk.ALICE).open(id).close();
    }

    @Test
    void bothOpenTheRegistryUntilTheOldOneIsRemoved() {
        desk.keys.addMasterKey(young);

        assertThat(desk.keys.status().masterKeys()).containsExactly(old.id(), young.id());
        assertOpensWith(old);
        assertOpensWith(young);

        desk.open(young).keys().removeMasterKey(old.id());

        assertThat(desk.keys.status().masterKeys()).containsExactly(young.id());
        assertOpensWith(young);
        assertUnavailable(Reason.WRONG_MASTER_KEY, () -> assertOpensWith(old), message -> {});
        assertThat(desk.row(id)).isEqualTo(row);
    }

    @Test
    void addingAndRemovingAgainChangesNothing() {
        desk.keys.addMasterKey(young);
        long version = desk.keys.status().version();

        desk.keys.addMasterKey(young);
        desk.keys.removeMasterKey(new MasterKeyId("aead", "never there", ""));

        assertThat(desk.keys.status().version()).isEqualTo(version);
    }

    @Test
    void theOneThatTheRegistryRunsWithIsNotRemovedSoTheLastOneStays() {
        desk.keys.addMasterKey(young);

        assertThatExceptionOfType(KeyInUseException.class)
                .isThrownBy(() -> desk.keys.removeMasterKey(old.id()))
                .withMessageContainingAll(old.id().check(), "open it with another one");

        assertThat(desk.keys.status().masterKeys()).hasSize(2);
    }

    @Test
    void aProcessWhoseMasterKeyWasRemovedIsToldSo() {
        assertThat(desk.registry.health().isReady()).isTrue();
        desk.keys.addMasterKey(young);
        desk.keys.status();
        ConnectionRegistry rolled = desk.open(young);
        rolled.keys().removeMasterKey(old.id());

        assertUnavailable(
                Reason.MASTER_KEY_REMOVED,
                () -> desk.create("d"),
                message -> assertThat(message)
                        .contains(old.id().check(), "was removed", young.id().check()));
        Health health = desk.registry.health();
        assertThat(health.reason()).contains(Reason.MASTER_KEY_REMOVED);
        assertThat(desk.alice.get(id).id()).isEqualTo(id);
        rolled.actingAs(Desk.ALICE).open(id).close();
    }

    /** Else whoever has the removed master key and a backup would open each later slot. */
    @Test
    void theLastOneWrapsANewWrappingKey() throws GeneralSecurityException {
        KeySlot before = desk.store.slot().orElseThrow();
        byte[] known = unwrapped(before);
        desk.keys.addMasterKey(young);
        assertThat(opensWith(known, desk.store.slot().orElseThrow())).isTrue();

        desk.open(young).keys().removeMasterKey(old.id());

        assertThat(opensWith(known, desk.store.slot().orElseThrow())).isFalse();
    }

    private byte[] unwrapped(KeySlot slot) {
        SlotContent content = SlotCodec.decode(slot);
        return old.forStoredKeys().unwrap(content.wraps().get(0), content.registryBytes());
    }

    private static boolean opensWith(byte[] wrappingKey, KeySlot slot) {
        try {
            KeyTable.open(SlotCodec.decode(slot), slot.version(), wrappingKey);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Test
    void ofThreeTwoStay() {
        MasterKey service = MasterKey.aead("kms-1", young.forStoredKeys().aead());
        desk.keys.addMasterKey(young);
        desk.keys.addMasterKey(service);

        desk.open(service).keys().removeMasterKey(old.id());

        assertThat(desk.keys.status().masterKeys()).containsExactly(young.id(), service.id());
        assertOpensWith(young);
        assertOpensWith(service);
    }

    @Test
    void aFileIsMadeForOneThatIsAdded(@TempDir Path folder) {
        MasterKey file = MasterKey.fileOrCreate(folder.resolve("new.key"));

        desk.keys.addMasterKey(file);

        assertThat(desk.keys.status().masterKeys()).containsExactly(old.id(), file.id());
        assertOpensWith(MasterKey.file(folder.resolve("new.key")));
    }

    @Test
    void oneThatCannotBeHadIsNotAdded(@TempDir Path folder) {
        MasterKey missing = MasterKey.file(folder.resolve("missing.key"));
        assertUnavailable(Reason.MASTER_KEY_MISSING, () -> desk.keys.addMasterKey(missing), message -> {});
        MasterKey deaf = MasterKey.aead("kms-1", new Deaf());
        assertUnavailable(
                Reason.UNREACHABLE,
                () -> desk.keys.addMasterKey(deaf),
                message -> assertThat(message).contains("kms-1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> desk.keys.addMasterKey(() -> new MasterKeyId("local", "", "check")));

        assertThat(desk.keys.status().masterKeys()).containsExactly(old.id());
    }

    @Test
    void anotherServiceUnderALabelThatIsTakenIsNotAdded() {
        desk.keys.addMasterKey(MasterKey.aead("kms-1", young.forStoredKeys().aead()));
        MasterKey other = MasterKey.aead(
                "kms-1", MasterKey.line(MasterKey.generate()).forStoredKeys().aead());

        assertUnavailable(Reason.CORRUPT_OR_TAMPERED, () -> desk.keys.addMasterKey(other), message -> {});
    }

    /** Seals, and does not open what it sealed. */
    private static final class Deaf implements Aead {
        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
            return plaintext.clone();
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
            return new byte[ciphertext.length];
        }
    }
}
