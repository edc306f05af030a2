package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.KeyId;
import io.connreg.KeyState;
import io.connreg.KeyStatus;
import io.connreg.Keys;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.SlotGuard;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.time.Duration;

/** A desk for operators: keys under a clock that they move, and a second registry that shares the store. */
final class KeyDesk implements AutoCloseable {
    static final Duration GRACE = Duration.ofMinutes(90);

    final Desk desk = new Desk();
    final EditedStore store = desk.store;
    final StoppedClock clock = new StoppedClock();
    final ConnectionRegistry registry;
    final ConnectionRegistry other;
    final Connections alice;
    final Keys keys;
    final Keys otherKeys;

    KeyDesk() {
        store.ownedAlone = false;
        registry = open(desk.masterKey);
        other = open(desk.masterKey);
        alice = registry.actingAs(Desk.ALICE);
        keys = registry.keys();
        otherKeys = other.keys();
    }

    ConnectionRegistry open(MasterKey masterKey) {
        return desk.builder().masterKey(masterKey).clock(clock).keyGrace(GRACE).open();
    }

    /** The id of a new connection with the secret {@code k}. */
    String create(String name) {
        return alice.create(KeyRingTest.withSecret(name)).id();
    }

    void assertOpens(String id) {
        for (Connections each : new Connections[] {alice, other.actingAs(Desk.ALICE)}) {
            try (OpenedConnection opened = each.open(id)) {
                assertThat(opened.spec().secrets()).containsEntry("k", Secret.of("s3cret"));
            }
        }
    }

    KeyId primary() {
        return keys.status().in(KeyState.PRIMARY).get(0);
    }

    KeyStatus status(KeyId id) {
        return keys.status().keys().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    StoredConnection row(String id) {
        return store.real.find(id).orElseThrow();
    }

    /** The row as it was once, by a statement that no slot guard holds back: it ran before the slot moved. */
    void comesInLate(StoredConnection once) {
        long version = row(once.head().id()).head().rowVersion();
        SealedConnection late = SealedConnection.of(new StoredConnection(
                MemoryStoreStrictnessTest.head(once.head(), 0, once.head().revision(), version + 1), once.document()));
        assertThat(store.real.replace(new ConnectionWrite(late.toRow(), late.indexTerms(), SlotGuard.NONE)))
                .isEqualTo(WriteOutcome.DONE);
    }

    @Override
    public void close() {
        desk.close();
    }
}
