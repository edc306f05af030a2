package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.SlotGuard;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Rules O: what is there when a store is opened again, after a close and after a crash; nothing, where the fixture says
 * that it keeps nothing.
 */
public interface ReopenRules extends StoreFixture {

    @Test
    @DisplayName("O1: rows, documents, terms and the slot are there again as they were; deleted ones are not")
    default void whatWasStoredIsThereAgain(ConnectionStore store) {
        KeySlot slot = new KeySlot(2, "second \ud83d\ude00");
        SampleRow replaced = SampleRow.of("one").model("m-old", "LLM", true).sealed(new KeyId(1), 1);
        SampleRow now = replaced.next()
                .named("zo\u00e9 \ud83d\ude00")
                .withoutModels()
                .model("m-new", null, false)
                .sealed(new KeyId(-1), 2)
                .document("{\"text\":\"\\\\ ' \ud83d\ude00\"}\n");
        SampleRow other = SampleRow.of("two").in("ws-2").createdLater(5);
        StoreState.fill(store, replaced, other, SampleRow.of("gone"));
        assertEquals(WriteOutcome.DONE, store.replaceSlot(new KeySlot(1, "first")));
        assertEquals(WriteOutcome.DONE, store.replaceSlot(slot));
        assertEquals(WriteOutcome.DONE, store.replace(now.write()));
        assertEquals(WriteOutcome.DONE, store.delete("gone", 1));
        store.close();
        try (ConnectionStore again = reopen()) {
            if (outlivesClose()) {
                StoreState.assertHolds(again, now, other);
                assertEquals(Optional.of(slot), again.slot());
            } else {
                assertEmpty(again);
            }
        }
    }

    @Test
    @DisplayName("O2: the store goes on judging by what it held: names, row versions, the slot")
    default void judgementGoesOn(ConnectionStore store) {
        SampleRow row = SampleRow.of("one").named("orders");
        KeySlot first = new KeySlot(1, "first");
        KeySlot second = new KeySlot(2, "second");
        StoreState.fill(store, row);
        store.replace(row.next().write());
        store.replaceSlot(first);
        store.replaceSlot(second);
        store.close();
        try (ConnectionStore again = reopen()) {
            if (!outlivesClose()) {
                assertEmpty(again);
                return;
            }
            SampleRow rival = SampleRow.of("two").named("orders");
            SampleRow guarded = SampleRow.of("three");
            assertEquals(WriteOutcome.NAME_TAKEN, again.insert(rival.write()));
            assertEquals(
                    WriteOutcome.REVISION_MISMATCH, again.replace(row.next().write()));
            assertEquals(WriteOutcome.SLOT_CHANGED, again.replaceSlot(first));
            assertEquals(WriteOutcome.SLOT_CHANGED, again.insert(guarded.write(SlotGuard.at(first))));
            assertEquals(WriteOutcome.DONE, again.replace(row.next().next().write()));
            StoreState.assertHolds(again, row.next().next());
        }
    }

    @Test
    @DisplayName("O3: what was acknowledged is there after a crash, write by write")
    default void whatWasAcknowledgedOutlivesACrash(ConnectionStore store) {
        if (!outlivesClose()) {
            assertKeepsNothing(store);
            return;
        }
        KeySlot slot = new KeySlot(1, "first");
        SampleRow one = SampleRow.of("one").model("m-1", "LLM", true).sealed(new KeyId(1), 1);
        SampleRow two = SampleRow.of("two").in("ws-2").document("{\"text\":\"zo\u00e9 \ud83d\ude00\"}\n");
        StoreState.fill(store, one, two);
        assertLeft(Optional.empty(), one, two);
        assertEquals(WriteOutcome.DONE, store.replaceSlot(slot));
        assertLeft(Optional.of(slot), one, two);
        SampleRow renamed = one.next().named("renamed").withoutModels();
        assertEquals(WriteOutcome.DONE, store.replace(renamed.write()));
        assertLeft(Optional.of(slot), renamed, two);
        List<SampleRow> resealed = List.of(renamed.resealed().sealed(new KeyId(2), 1), two.resealed());
        assertEquals(
                List.of(WriteOutcome.DONE, WriteOutcome.DONE),
                store.replaceAll(resealed.stream().map(SampleRow::write).toList()));
        assertLeft(Optional.of(slot), resealed.get(0), resealed.get(1));
        assertEquals(WriteOutcome.DONE, store.delete("one", 3));
        assertLeft(Optional.of(slot), resealed.get(1));
    }

    @Test
    @DisplayName("O4: what is written after a reopening is there after the next one, and after a crash")
    default void whatIsWrittenAfterAReopeningIsKept(ConnectionStore store) {
        if (!outlivesClose()) {
            assertKeepsNothing(store);
            return;
        }
        SampleRow one = SampleRow.of("one");
        SampleRow two = SampleRow.of("two");
        StoreState.fill(store, one);
        store.close();
        try (ConnectionStore again = reopen()) {
            assertEquals(WriteOutcome.DONE, again.replace(one.next().write()));
            StoreState.fill(again, two);
            try (ConnectionStore left = reopenAfterCrash()) {
                StoreState.assertHolds(left, one.next(), two);
                assertEquals(WriteOutcome.DONE, left.replace(two.next().write()));
                StoreState.assertHolds(left, one.next(), two.next());
            }
        }
        try (ConnectionStore third = reopen()) {
            assertEquals(Optional.of(one.next().stored()), third.find("one"));
            assertEquals(2, third.scan("", 10).size());
        }
    }

    private void assertLeft(Optional<KeySlot> slot, SampleRow... rows) {
        try (ConnectionStore left = reopenAfterCrash()) {
            StoreState.assertHolds(left, rows);
            assertEquals(slot, left.slot());
        }
    }

    private void assertKeepsNothing(ConnectionStore store) {
        StoreState.fill(store, SampleRow.of("one"));
        assertEquals(WriteOutcome.DONE, store.replaceSlot(new KeySlot(1, "first")));
        store.close();
        try (ConnectionStore again = reopen()) {
            assertEmpty(again);
        }
    }

    private static void assertEmpty(ConnectionStore store) {
        StoreState.assertHolds(store);
        assertEquals(Optional.empty(), store.slot());
    }
}
