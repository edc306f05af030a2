package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.SlotGuard;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules G: a write is refused if the slot moved on since its secrets were sealed. */
public interface SlotGuardRules extends StoreFixture {
    private static KeySlot slot(long version) {
        return new KeySlot(version, "content " + version);
    }

    @Test
    @DisplayName("G1: a write guarded by the slot as it is, is done")
    default void aWriteUnderTheSlotIsDone(ConnectionStore store) {
        SampleRow row = SampleRow.of("one").sealed(new KeyId(1), 1);
        store.replaceSlot(slot(1));
        assertEquals(WriteOutcome.DONE, store.insert(row.write(SlotGuard.at(slot(1)))));
        store.replaceSlot(slot(2));
        SampleRow changed = row.next().sealed(new KeyId(1), 2);
        assertEquals(WriteOutcome.DONE, store.replace(changed.write(SlotGuard.at(slot(2)))));
        StoreState.assertHolds(store, changed);
    }

    @Test
    @DisplayName("G2: an insert guarded by an older slot is refused and changes nothing")
    default void anInsertUnderAnOlderSlotIsRefused(ConnectionStore store) {
        store.replaceSlot(slot(1));
        store.replaceSlot(slot(2));
        SampleRow row = SampleRow.of("one").model("m", "LLM", true).sealed(new KeyId(1), 1);
        assertEquals(WriteOutcome.SLOT_CHANGED, store.insert(row.write(SlotGuard.at(slot(1)))));
        StoreState.assertHolds(store);
        assertEquals(WriteOutcome.DONE, store.insert(row.write(SlotGuard.at(slot(2)))));
        StoreState.assertHolds(store, row);
    }

    @Test
    @DisplayName("G3: a replacement guarded by an older slot is refused and changes nothing")
    default void aReplacementUnderAnOlderSlotIsRefused(ConnectionStore store) {
        SampleRow row = SampleRow.of("one").model("m", "LLM", true).sealed(new KeyId(1), 1);
        store.replaceSlot(slot(1));
        StoreState.fill(store, row);
        store.replaceSlot(slot(2));
        SampleRow changed = row.next().named("changed").withoutModels().sealed(new KeyId(1), 3);
        SlotGuard older = SlotGuard.at(slot(1));
        assertEquals(WriteOutcome.SLOT_CHANGED, store.replace(changed.write(older)));
        assertEquals(List.of(WriteOutcome.SLOT_CHANGED), store.replaceAll(List.of(changed.write(older))));
        StoreState.assertHolds(store, row);
    }

    @Test
    @DisplayName("G4: a write without a guard is done, whether there is a slot or not")
    default void aWriteWithoutAGuardIsDone(ConnectionStore store) {
        SampleRow before = SampleRow.of("one");
        SampleRow after = SampleRow.of("two");
        StoreState.fill(store, before);
        store.replaceSlot(slot(1));
        store.replaceSlot(slot(2));
        StoreState.fill(store, after);
        assertEquals(WriteOutcome.DONE, store.replace(before.next().write(SlotGuard.NONE)));
        StoreState.assertHolds(store, before.next(), after);
    }

    @Test
    @DisplayName("G5: a write guarded by a newer slot, as after a backup was put back, is refused and changes nothing")
    default void aWriteUnderANewerSlotIsRefused(ConnectionStore store) {
        SampleRow row = SampleRow.of("one").sealed(new KeyId(1), 1);
        SampleRow other = SampleRow.of("two").sealed(new KeyId(1), 1);
        StoreState.fill(store, row);
        assertRefused(() -> store.insert(other.write(SlotGuard.at(slot(1)))));
        store.replaceSlot(slot(1));
        assertRefused(() -> store.insert(other.write(SlotGuard.at(slot(2)))));
        assertRefused(() -> store.replace(row.next().write(SlotGuard.at(slot(2)))));
        StoreState.assertHolds(store, row);
    }

    /** With its outcome; a store for tests may take it for the bug that it is where no backup can be put back. */
    private static void assertRefused(Supplier<WriteOutcome> write) {
        try {
            assertEquals(WriteOutcome.SLOT_CHANGED, write.get());
        } catch (IllegalArgumentException stricter) {
            assertNotNull(stricter.getMessage());
        }
    }
}
