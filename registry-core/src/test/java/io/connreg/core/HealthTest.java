package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionRegistry;
import io.connreg.Health;
import io.connreg.Health.State;
import io.connreg.KeyUnavailableException.Reason;
import io.connreg.StorageException;
import io.connreg.spi.KeySlot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a registry says of itself is what its operations find. */
final class HealthTest {
    private final Desk desk = new Desk();

    @TempDir
    private Path folder;

    private static void assertKeysUnavailable(ConnectionRegistry registry, Reason reason, String... words) {
        Health health = registry.health();
        assertThat(health.state()).isEqualTo(State.KEYS_UNAVAILABLE);
        assertThat(health.reason()).contains(reason);
        assertThat(List.of(words))
                .allSatisfy(word -> assertThat(health.message()).contains(word));
        assertThat(health.isReady()).isFalse();
    }

    private static void assertState(ConnectionRegistry registry, State state) {
        Health health = registry.health();
        assertThat(health.state()).isEqualTo(state);
        assertThat(health.reason()).isEmpty();
        assertThat(health.message()).isNotBlank();
    }

    @Test
    void aRegistryIsReadyBeforeItsFirstKeyAndAfterIt() {
        assertState(desk.registry, State.NO_KEYS_YET);
        assertThat(desk.registry.health().isReady()).isTrue();
        assertThat(desk.store.slot()).isEmpty();

        desk.alice.create(Desk.ordersDb());

        assertState(desk.registry, State.READY);
        assertState(desk.open(desk.masterKey), State.READY);
        assertThat(desk.registry.health().isReady()).isTrue();
    }

    @Test
    void aMasterKeyThatIsMissingIsToldBeforeThereAreKeysUnlessItIsMadeWhenNeeded() {
        Path file = folder.resolve("master.key");

        assertKeysUnavailable(desk.open(MasterKey.file(file)), Reason.MASTER_KEY_MISSING, file.toString());
        assertState(desk.open(MasterKey.fileOrCreate(file)), State.NO_KEYS_YET);
        assertThat(file).doesNotExist();

        desk.alice.create(Desk.ordersDb());
        assertKeysUnavailable(desk.open(MasterKey.fileOrCreate(file)), Reason.MASTER_KEY_MISSING, "backup");
    }

    @Test
    void missingMalformedAndWrongAreToldApartAndHealByThemselves() throws IOException {
        Path file = folder.resolve("master.key");
        ConnectionRegistry registry = desk.open(MasterKey.fileOrCreate(file));
        String id = registry.actingAs(Desk.ALICE).create(Desk.ordersDb()).id();
        String good = Files.readString(file);
        ConnectionRegistry late = desk.open(MasterKey.file(file));

        write(file, "hunter2");
        assertKeysUnavailable(late, Reason.MASTER_KEY_MALFORMED, file.toString());
        write(file, MasterKey.generate());
        assertKeysUnavailable(late, Reason.WRONG_MASTER_KEY);
        Files.delete(file);
        assertKeysUnavailable(late, Reason.MASTER_KEY_MISSING);
        assertThat(late.actingAs(Desk.ALICE).get(id).id()).isEqualTo(id);
        write(file, good);

        assertState(late, State.READY);
        late.actingAs(Desk.ALICE).open(id).close();
    }

    private static void write(Path file, String line) throws IOException {
        Files.writeString(file, line);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aSlotThatIsLostDamagedTamperedWithOrPutBackIsTold() {
        desk.alice.create(Desk.ordersDb());
        KeySlot older = desk.store.slot().orElseThrow();
        ConnectionRegistry late = desk.open(desk.masterKey);

        desk.store.slot = slot -> Optional.empty();
        assertKeysUnavailable(late, Reason.KEYS_LOST, "backup");
        edit(content -> content.replace("\"epoch\":1", "\"epoch\":2"));
        assertKeysUnavailable(late, Reason.CORRUPT, "backup");
        edit(content -> SlotMover.withFittingDigest(content.replace("PRIMARY", "DISABLED")));
        assertKeysUnavailable(late, Reason.CORRUPT_OR_TAMPERED, "backup");
        edit(UnaryOperator.identity());
        assertState(late, State.READY);

        late.keys().rotate();
        desk.store.slot = slot -> Optional.of(older);
        assertKeysUnavailable(late, Reason.ROLLED_BACK, "older state");
    }

    /** Put back, and rotated by others until it had the version again that this process knows. */
    @Test
    void anotherSlotOfTheSameVersionIsNotTakenForTheSame() {
        desk.alice.create(Desk.ordersDb());
        KeySlot older = desk.store.slot().orElseThrow();
        KeySlot one = SlotMover.next(older, desk.masterKey);
        KeySlot other = SlotMover.next(older, desk.masterKey);
        desk.store.slot = slot -> Optional.of(one);
        ConnectionRegistry running = desk.open(desk.masterKey);
        assertState(running, State.READY);

        desk.store.slot = slot -> Optional.of(other);

        assertKeysUnavailable(running, Reason.ROLLED_BACK);
        assertState(desk.open(desk.masterKey), State.READY);
    }

    private void edit(UnaryOperator<String> edit) {
        desk.store.slot = slot -> slot.map(stored -> new KeySlot(stored.version(), edit.apply(stored.content())));
    }

    @Test
    void aServiceThatIsAwayIsToldAndNotAskedWhereTheKeysAreAtHand() {
        boolean[] away = {false};
        MasterKey service = MasterKey.aead("kms-1", new SwitchedAead(() -> away[0]));
        ConnectionRegistry registry = desk.open(service);
        registry.actingAs(Desk.ALICE).create(Desk.ordersDb());
        ConnectionRegistry late = desk.open(service);
        away[0] = true;

        assertState(registry, State.READY);
        assertKeysUnavailable(late, Reason.UNREACHABLE, "kms-1", "try again");
        away[0] = false;

        assertState(late, State.READY);
    }

    @Test
    void aStoreThatFailsAndARegistryThatIsClosedAreToldAndNeverThrown() {
        desk.store.slot = slot -> {
            throw new StorageException("the database does not answer");
        };
        assertState(desk.registry, State.STORE_UNREACHABLE);
        assertThat(desk.registry.health().message()).isEqualTo("the database does not answer");
        desk.store.slot = slot -> {
            throw new UnsupportedOperationException("s3cret");
        };
        assertState(desk.registry, State.STORE_UNREACHABLE);
        assertThat(desk.registry.health().message()).doesNotContain("s3cret");
        desk.store.slot = slot -> {
            throw new IllegalStateException("the store was closed");
        };
        assertState(desk.registry, State.CLOSED);

        desk.close();

        assertState(desk.registry, State.CLOSED);
    }
}
