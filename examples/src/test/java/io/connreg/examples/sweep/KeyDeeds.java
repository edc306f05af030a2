package io.connreg.examples.sweep;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.KeyId;
import io.connreg.KeyState;
import io.connreg.Keys;
import io.connreg.UpdateConnection;
import io.connreg.core.MasterKey;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The life of keys, and all that keeps them away. */
final class KeyDeeds {
    private final Scene scene;
    private final Witness witness;
    private final ConnectionRegistry registry;
    private final Connections alice;
    private final Path folder;
    private final String id;

    KeyDeeds(Scene scene, ConnectionRegistry registry, Path folder) {
        this.scene = scene;
        this.witness = scene.witness();
        this.registry = registry;
        this.alice = registry.actingAs(Scene.ALICE);
        this.folder = folder;
        this.id = alice.create(Specs.create("keys", Specs.orders())).id();
    }

    void run() throws IOException {
        KeySlot old = slot();
        StoredConnection sealedLongAgo = store().find(id).orElseThrow();
        live();
        scene.edits().rows(row -> row.head().id().equals(id) ? sealedLongAgo : row, () -> {
            ConnectionRegistry fresh = scene.registry(Canaries.masterKey());
            witness.refused(() -> fresh.actingAs(Scene.ALICE).open(id));
            fresh.keys().verify(scene.progress());
        });
        kept(Optional.of(old), registry);
        strangers();
        damagedSlots();
    }

    private void live() {
        Keys keys = registry.keys();
        KeyId retiring = keys.status().in(KeyState.PRIMARY).get(0);
        keys.rotate();
        witness.refused(() -> keys.retire(retiring));
        keys.reseal(scene.progress());
        keys.reseal();
        keys.retire(retiring);
        witness.refused(() -> keys.destroy(retiring));
        scene.later(Canaries.masterKey()).keys().destroy(retiring);
        witness.refused(() -> keys.destroy(new KeyId(7)));
        keys.verify();
        keys.verify(scene.progress());
    }

    /** Master keys that are not the one, or not there, or no master keys. */
    private void strangers() throws IOException {
        MasterKey added = MasterKey.line(MasterKey.generate());
        registry.keys().addMasterKey(added);
        ConnectionRegistry withAdded = scene.registry(added);
        withAdded.actingAs(Scene.ALICE).open(id).close();
        registry.keys().removeMasterKey(added.id());
        withoutKeys(withAdded);
        witness.refused(
                () -> registry.keys().removeMasterKey(Canaries.masterKey().id()));
        witness.refused(() -> registry.keys().addMasterKey(MasterKey.aead("kms", new Talkers.KeyService())));
        withoutKeys(scene.registry(MasterKey.line(MasterKey.generate())));
        withoutKeys(scene.registry(MasterKey.aead("kms", new Talkers.KeyService())));
        withoutKeys(scene.registry(MasterKey.file(folder.resolve("no-such.key"))));
        withoutKeys(scene.registry(MasterKey.environment("CONNREG_NO_SUCH_VARIABLE")));
        withoutKeys(scene.registry(MasterKey.environment("PATH")));
        withoutKeys(scene.registry(MasterKey.file(keyFile("mistyped.key", Canaries.mistypedLine(), "rw-------"))));
        withoutKeys(scene.registry(MasterKey.file(keyFile("open.key", Canaries.masterKeyLine(), "rw-r--r--"))));
        ConnectionRegistry mounted = scene.registry(MasterKey.mountedFile(folder.resolve("open.key")));
        mounted.actingAs(Scene.ALICE).open(id).close();
    }

    private Path keyFile(String name, String line, String permissions) throws IOException {
        Path file = Files.writeString(folder.resolve(name), line);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private void damagedSlots() {
        damaged(content -> "no slot");
        damaged(content -> content.replace("\"digest\":\"", "\"digest\":\"0"));
        damaged(Damage.slot(content -> content.replaceFirst("\"keyset\":\"..", "\"keyset\":\"AA")));
        damaged(Damage.slot(content -> content.replaceFirst("\"wrapped\":\"..", "\"wrapped\":\"AA")));
        damaged(Damage.slot(content -> content.replaceFirst("\"format\":1", "\"format\":2")));
        kept(Optional.empty(), scene.registry(Canaries.masterKey()));
    }

    private void damaged(UnaryOperator<String> edit) {
        KeySlot slot = slot();
        kept(
                Optional.of(new KeySlot(slot.version(), edit.apply(slot.content()))),
                scene.registry(Canaries.masterKey()));
    }

    private void kept(Optional<KeySlot> slot, ConnectionRegistry reader) {
        scene.edits().slot(real -> slot, () -> withoutKeys(reader));
    }

    /** Who asks for what needs keys is refused as soon as they are read, and told why. */
    private void withoutKeys(ConnectionRegistry reader) {
        Connections reading = reader.actingAs(Scene.ALICE);
        witness.tried(() -> reader.keys().status());
        witness.tried(() -> reader.keys().verify());
        witness.tried(() -> reader.keys().rotate());
        reader.health();
        witness.tried(() -> reading.open(id));
        witness.tried(() -> reading.create(Specs.create("without keys", Specs.orders())));
        witness.tried(() -> reading.update(UpdateConnection.of(id).setSecret("password", Canaries.token())));
        witness.tried(() -> reading.validate(id));
        reading.get(id);
    }

    private ConnectionStore store() {
        return scene.edits().edited();
    }

    private KeySlot slot() {
        return store().slot().orElseThrow();
    }
}
