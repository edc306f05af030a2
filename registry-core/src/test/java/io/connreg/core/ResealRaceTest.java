package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionView;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.SlotGuard;
import io.connreg.spi.WriteOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A row that is sealed anew between a caller's read and write: its row version moves, its revision does not. */
final class ResealRaceTest {
    private final Desk desk = new Desk();
    private final ConnectionView before = desk.alice.create(Desk.ordersDb());

    @AfterEach
    void close() {
        desk.close();
    }

    /** The row under its next row version, else as it was: all that a store sees of a reseal. */
    private void reseal() {
        SealedConnection row =
                SealedConnection.of(desk.store.real.find(before.id()).orElseThrow());
        ConnectionHead head = row.head();
        SealedConnection next = SealedConnection.of(
                MemoryStoreStrictnessTest.head(head, 0, head.revision(), head.rowVersion() + 1), row.document());
        assertThat(desk.store.real.replace(new ConnectionWrite(next.toRow(), next.indexTerms(), SlotGuard.NONE)))
                .isEqualTo(WriteOutcome.DONE);
    }

    @Test
    void anUpdateThatExpectsTheRevisionIsDone() {
        desk.store.beforeReplace = () -> {
            desk.store.beforeReplace = () -> {};
            reseal();
        };

        ConnectionView after = desk.alice.update(
                UpdateConnection.of(before.id()).ifRevision(1).setSecret("password", Secret.of("n3w")));

        assertThat(after.revision()).isEqualTo(2);
        assertThat(desk.store.real.find(before.id()).orElseThrow().head().rowVersion())
                .isEqualTo(3);
        try (OpenedConnection opened = desk.alice.open(before.id())) {
            assertThat(opened.spec().secrets()).containsEntry("password", Secret.of("n3w"));
        }
    }

    @Test
    void aDeletionThatExpectsTheRevisionIsDone() {
        desk.store.beforeDelete = () -> {
            desk.store.beforeDelete = () -> {};
            reseal();
        };

        desk.alice.delete(before.id(), 1);

        assertThatExceptionOfType(ConnectionNotFoundException.class).isThrownBy(() -> desk.alice.get(before.id()));
    }

    @Test
    void callersSeeNeitherANewRevisionNorANewTime() {
        reseal();

        assertThat(desk.open(desk.masterKey).actingAs(Desk.ALICE).get(before.id()))
                .isEqualTo(before);
    }
}
