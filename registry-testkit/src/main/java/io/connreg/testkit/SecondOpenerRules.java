package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.connreg.KeyId;
import io.connreg.RegistrySetupException;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.SlotGuard;
import io.connreg.spi.WriteOutcome;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.ThrowingConsumer;

/**
 * Rules M: many openers of the same data. Where the fixture says that there is but one, a second is refused, or is empty
 * and leaves the first alone.
 */
public interface SecondOpenerRules extends StoreFixture {

    @Test
    @DisplayName("M1: what one opener wrote, the other reads at once")
    default void whatOneWritesTheOtherReads(ConnectionStore store) throws Throwable {
        withSecond(store, second -> {
            SampleRow row = SampleRow.of("one").model("m", "LLM", true).sealed(new KeyId(1), 1);
            KeySlot slot = new KeySlot(1, "first");
            StoreState.assertHolds(second);
            StoreState.fill(store, row, SampleRow.of("two"));
            StoreState.assertHolds(second, row, SampleRow.of("two"));
            assertEquals(WriteOutcome.DONE, second.replaceSlot(slot));
            assertEquals(Optional.of(slot), store.slot());
            StoreState.assertHolds(store, row, SampleRow.of("two"));
            SampleRow renamed = row.next().named("renamed").withoutModels();
            assertEquals(WriteOutcome.DONE, second.replace(renamed.write()));
            assertEquals(WriteOutcome.DONE, second.delete("two", 1));
            StoreState.assertHolds(store, renamed);
            StoreState.assertHolds(second, renamed);
            assertEquals(Optional.empty(), store.find("two"));
            assertEquals(
                    List.of(WriteOutcome.DONE),
                    store.replaceAll(List.of(renamed.resealed().write())));
            StoreState.assertHolds(second, renamed.resealed());
        });
    }

    @Test
    @DisplayName("M2: names, row versions, the slot and its guard are judged by what all openers wrote")
    default void judgedByWhatAllWrote(ConnectionStore store) throws Throwable {
        withSecond(store, second -> {
            SampleRow row = SampleRow.of("one").named("orders");
            SampleRow rival = SampleRow.of("two").named("orders");
            KeySlot first = new KeySlot(1, "first");
            StoreState.fill(store, row);
            assertEquals(WriteOutcome.NAME_TAKEN, second.insert(rival.write()));
            assertEquals(WriteOutcome.DONE, second.replace(row.next().write()));
            assertEquals(
                    WriteOutcome.REVISION_MISMATCH, store.replace(row.next().write()));
            assertEquals(WriteOutcome.REVISION_MISMATCH, store.delete("one", 1));
            assertEquals(WriteOutcome.DONE, store.replaceSlot(first));
            assertEquals(WriteOutcome.SLOT_CHANGED, second.replaceSlot(first));
            assertEquals(WriteOutcome.DONE, second.replaceSlot(new KeySlot(2, "second")));
            SampleRow sealed = SampleRow.of("three").sealed(new KeyId(1), 1);
            assertEquals(WriteOutcome.SLOT_CHANGED, store.insert(sealed.write(SlotGuard.at(first))));
            assertEquals(WriteOutcome.DONE, store.delete("one", 2));
            assertEquals(WriteOutcome.MISSING, second.delete("one", 2));
            StoreState.fill(second, rival);
            StoreState.assertHolds(store, rival);
        });
    }

    @Test
    @DisplayName("M3: of threads of two openers that insert under one name, one is done")
    default void oneInsertWinsANameOverBoth(ConnectionStore store) throws Throwable {
        withSecond(store, second -> {
            List<List<WriteOutcome>> steps = Race.through(
                    30,
                    8,
                    (i, step) -> (i % 2 == 0 ? store : second)
                            .insert(SampleRow.of(step + "-" + i)
                                    .named("name " + step)
                                    .write()));
            for (List<WriteOutcome> outcomes : steps) {
                assertEquals(1, Collections.frequency(outcomes, WriteOutcome.DONE), outcomes::toString);
                assertEquals(7, Collections.frequency(outcomes, WriteOutcome.NAME_TAKEN), outcomes::toString);
            }
            assertEquals(30, store.scan("", 100).size());
        });
    }

    @Test
    @DisplayName("M4: closing one opener leaves the other open, with what both wrote")
    default void closingOneLeavesTheOther(ConnectionStore store) throws Throwable {
        withSecond(store, second -> {
            SampleRow one = SampleRow.of("one");
            SampleRow two = SampleRow.of("two");
            StoreState.fill(store, one);
            StoreState.fill(second, two);
            second.close();
            StoreState.assertHolds(store, one, two);
            assertEquals(WriteOutcome.DONE, store.replace(two.next().write()));
            try (ConnectionStore third = reopen()) {
                store.close();
                StoreState.assertHolds(third, one, two.next());
                StoreState.fill(third, SampleRow.of("three"));
            }
        });
    }

    @Test
    @DisplayName("M5: a store that takes a second opener is not owned alone")
    default void whatTwoMayOpenIsNotOwnedAlone(ConnectionStore store) throws Throwable {
        withSecond(store, second -> {
            assertFalse(store.ownedAlone());
            assertFalse(second.ownedAlone());
        });
    }

    private void withSecond(ConnectionStore store, ThrowingConsumer<ConnectionStore> rule) throws Throwable {
        if (takesSecondOpener()) {
            try (ConnectionStore second = reopen()) {
                rule.accept(second);
            }
        } else {
            assertAlone(store);
        }
    }

    private void assertAlone(ConnectionStore store) {
        SampleRow row = SampleRow.of("one");
        StoreState.fill(store, row);
        try (ConnectionStore second = reopen()) {
            StoreState.assertHolds(second);
            StoreState.fill(second, SampleRow.of("two"));
        } catch (RegistrySetupException refused) {
            assertNotNull(refused.getMessage());
        }
        StoreState.assertHolds(store, row);
        assertEquals(WriteOutcome.DONE, store.replace(row.next().write()));
    }
}
