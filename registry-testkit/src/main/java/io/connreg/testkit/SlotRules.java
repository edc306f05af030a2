package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules S: the one slot, written by compare-and-set. */
public interface SlotRules extends StoreFixture {

    @Test
    @DisplayName("S1: the first slot is taken, and each that follows on the one before it")
    default void eachSlotFollowsOnTheOneBefore(ConnectionStore store) {
        for (long version = 1; version <= 4; version++) {
            KeySlot next = new KeySlot(version, "content " + version);
            assertEquals(WriteOutcome.DONE, store.replaceSlot(next));
            assertEquals(Optional.of(next), store.slot());
        }
    }

    @Test
    @DisplayName("S2: a slot that is not one version on is refused and changes nothing")
    default void aSlotOutOfTurnIsRefused(ConnectionStore store) {
        assertEquals(WriteOutcome.SLOT_CHANGED, store.replaceSlot(new KeySlot(2, "second before the first")));
        assertEquals(Optional.empty(), store.slot());
        KeySlot first = new KeySlot(1, "first");
        KeySlot second = new KeySlot(2, "second");
        assertEquals(WriteOutcome.DONE, store.replaceSlot(first));
        assertEquals(WriteOutcome.SLOT_CHANGED, store.replaceSlot(new KeySlot(1, "another first")));
        assertEquals(WriteOutcome.SLOT_CHANGED, store.replaceSlot(first));
        assertEquals(Optional.of(first), store.slot());
        assertEquals(WriteOutcome.DONE, store.replaceSlot(second));
        for (long version : new long[] {1, 2, 4}) {
            assertEquals(WriteOutcome.SLOT_CHANGED, store.replaceSlot(new KeySlot(version, "out of turn")));
            assertEquals(Optional.of(second), store.slot());
        }
    }

    @Test
    @DisplayName("S3: the slot's content is kept to the character, up to 64 KiB")
    default void theContentIsKept(ConnectionStore store) {
        List<String> contents = List.of(
                "x".repeat(64 * 1024), "{\"a\": \"\\\\ '' \ud83d\ude00\"}\r\n ", " ", "\ud83d\ude00".repeat(16 * 1024));
        for (int i = 0; i < contents.size(); i++) {
            KeySlot slot = new KeySlot(i + 1L, contents.get(i));
            assertEquals(WriteOutcome.DONE, store.replaceSlot(slot));
            assertEquals(Optional.of(slot), store.slot());
        }
    }

    @Test
    @DisplayName("S4: the slot and the rows leave each other alone")
    default void slotAndRowsLeaveEachOtherAlone(ConnectionStore store) {
        KeySlot slot = new KeySlot(1, "first");
        SampleRow row = SampleRow.of("one");
        assertEquals(WriteOutcome.DONE, store.replaceSlot(slot));
        StoreState.fill(store, row);
        assertEquals(WriteOutcome.DONE, store.replace(row.next().write()));
        assertEquals(Optional.of(slot), store.slot());
        StoreState.assertHolds(store, row.next());
        assertEquals(WriteOutcome.DONE, store.delete("one", 2));
        assertEquals(Optional.of(slot), store.slot());
    }
}
