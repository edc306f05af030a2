package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.SlotGuard;
import io.connreg.spi.WriteOutcome;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules O: what is there when a store is opened again; nothing, where the fixture says that it keeps nothing. */
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

    private static void assertEmpty(ConnectionStore store) {
        StoreState.assertHolds(store);
        assertEquals(Optional.empty(), store.slot());
    }
}
