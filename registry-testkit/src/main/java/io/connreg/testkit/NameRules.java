package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.WriteOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules N: a name is unique in its workspace. */
public interface NameRules extends StoreFixture {

    @Test
    @DisplayName("N1: an insert under a taken name is refused and changes nothing")
    default void anInsertUnderATakenNameIsRefused(ConnectionStore store) {
        SampleRow row = SampleRow.of("one").named("orders");
        StoreState.fill(store, row);
        assertEquals(
                WriteOutcome.NAME_TAKEN,
                store.insert(SampleRow.of("two").named("orders").write()));
        StoreState.assertHolds(store, row);
    }

    @Test
    @DisplayName("N2: two workspaces may have the same name")
    default void twoWorkspacesMayHaveTheSameName(ConnectionStore store) {
        SampleRow here = SampleRow.of("one").named("orders");
        SampleRow there = SampleRow.of("two").named("orders").in("ws-2");
        StoreState.fill(store, here, there);
        StoreState.assertHolds(store, here, there);
    }

    @Test
    @DisplayName("N3: a rename onto a taken name is refused and changes nothing, the terms neither")
    default void aRenameOntoATakenNameIsRefused(ConnectionStore store) {
        SampleRow one = SampleRow.of("one").named("orders").model("m-1", "LLM", true);
        SampleRow two = SampleRow.of("two").named("customers").model("m-2", "LLM", true);
        StoreState.fill(store, one, two);
        SampleRow renamed = two.next().named("orders").withoutModels();
        assertEquals(WriteOutcome.NAME_TAKEN, store.replace(renamed.write()));
        StoreState.assertHolds(store, one, two);
    }

    @Test
    @DisplayName("N4: a row may keep its own name, and take it back")
    default void aRowMayKeepItsOwnName(ConnectionStore store) {
        SampleRow row = SampleRow.of("one").named("orders");
        StoreState.fill(store, row);
        SampleRow away = row.next().next().named("away");
        SampleRow back = away.next().named("orders");
        assertEquals(WriteOutcome.DONE, store.replace(row.next().write()));
        assertEquals(WriteOutcome.DONE, store.replace(away.write()));
        assertEquals(WriteOutcome.DONE, store.replace(back.write()));
        StoreState.assertHolds(store, back);
    }

    @Test
    @DisplayName("N5: a name is free again after its row was deleted or renamed")
    default void aNameIsFreeAgain(ConnectionStore store) {
        SampleRow deleted = SampleRow.of("one").named("orders");
        SampleRow renamed = SampleRow.of("two").named("customers");
        StoreState.fill(store, deleted, renamed);
        assertEquals(WriteOutcome.DONE, store.delete("one", 1));
        assertEquals(
                WriteOutcome.DONE, store.replace(renamed.next().named("clients").write()));
        SampleRow three = SampleRow.of("three").named("orders");
        SampleRow four = SampleRow.of("four").named("customers");
        StoreState.fill(store, three, four);
        StoreState.assertHolds(store, renamed.next().named("clients"), three, four);
    }
}
