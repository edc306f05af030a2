package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.connreg.Accessibility;
import io.connreg.KeyId;
import io.connreg.StorageException;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules W: inserting, replacing and deleting. */
public interface WriteRules extends StoreFixture {

    @Test
    @DisplayName("W1: a replacement puts all its facts in the place of the old ones")
    default void aReplacementReplacesAllFacts(ConnectionStore store) {
        SampleRow old = SampleRow.of("one").document("old");
        SampleRow other = SampleRow.of("two");
        StoreState.fill(store, old, other);
        SampleRow changed = old.next()
                .named("new name")
                .creator("bob")
                .accessibility(Accessibility.PUBLIC)
                .document("new");
        assertEquals(WriteOutcome.DONE, store.replace(changed.write()));
        StoreState.assertHolds(store, changed, other);
    }

    @Test
    @DisplayName("W2: a replacement may keep the revision, as a rotation of keys does")
    default void aReplacementMayKeepTheRevision(ConnectionStore store) {
        SampleRow row = SampleRow.of("one");
        StoreState.fill(store, row);
        assertEquals(WriteOutcome.DONE, store.replace(row.resealed().write()));
        assertEquals(WriteOutcome.DONE, store.replace(row.resealed().next().write()));
        StoreState.assertHolds(store, row.resealed().next());
    }

    @Test
    @DisplayName("W3: the terms are replaced with the row: what was found by the old ones is not any more")
    default void termsAreReplacedWithTheRow(ConnectionStore store) {
        KeyId oldKey = new KeyId(1);
        KeyId newKey = new KeyId(-2);
        SampleRow old = SampleRow.of("one").named("alpha").model("m-old", "LLM", true);
        SampleRow changed = old.next().named("beta").withoutModels().model("m-new", "LLM", false);
        StoreState.fill(store, old.sealed(oldKey, 2));
        SampleRow expected = changed.sealed(newKey, 1);
        assertEquals(WriteOutcome.DONE, store.replace(expected.write()));
        StoreState.assertHolds(store, expected);
        assertEquals(Set.of(), Listing.ids(store, Filters.namePart("alpha")));
        assertEquals(Set.of(), Listing.ids(store, Filters.model("m-old", Set.of(), null)));
        assertEquals(Set.of(), Listing.ids(store, Filters.model(null, Set.of(), true)));
        assertEquals(List.of(), store.scanByKey(oldKey, "", 10));
    }

    @Test
    @DisplayName("W4: a deleted row is gone from every door, and only that row")
    default void aDeletedRowIsGone(ConnectionStore store) {
        SampleRow row = SampleRow.of("one").model("m", "LLM", true).sealed(new KeyId(1), 2);
        SampleRow other = SampleRow.of("two").model("m", "LLM", true).sealed(new KeyId(1), 1);
        StoreState.fill(store, row, other);
        assertEquals(WriteOutcome.DONE, store.delete("one", 1));
        StoreState.assertHolds(store, other);
        assertEquals(Optional.empty(), store.find("one"));
        assertEquals(
                Optional.empty(),
                store.findByName(SampleRow.WORKSPACE, row.head().name()));
    }

    @Test
    @DisplayName("W5: an insert under an id in use fails, changes nothing, and says no value")
    default void anIdInUseFails(ConnectionStore store) {
        SampleRow row = SampleRow.of("one");
        StoreState.fill(store, row);
        SampleRow intruder =
                SampleRow.of("one").in("ws-2").named("intruder-name").document("intruder-document");
        StorageException failure = assertThrows(StorageException.class, () -> store.insert(intruder.write()));
        assertFalse(String.valueOf(failure.getMessage()).contains("intruder"), failure.getMessage());
        assertNull(failure.getCause());
        assertEquals(0, failure.getSuppressed().length);
        StoreState.assertHolds(store, row);
    }

    @Test
    @DisplayName("W6: the id of a deleted row may be inserted again, as at first")
    default void aDeletedIdMayBeInsertedAgain(ConnectionStore store) {
        SampleRow row = SampleRow.of("one");
        StoreState.fill(store, row);
        assertEquals(WriteOutcome.DONE, store.replace(row.next().write()));
        assertEquals(WriteOutcome.DONE, store.delete("one", 2));
        StoreState.fill(store, row);
        StoreState.assertHolds(store, row);
    }

    @Test
    @DisplayName("W7: of many replacements each succeeds or fails on its own, and the outcomes are in their order")
    default void manyReplacementsEachOnItsOwn(ConnectionStore store) {
        SampleRow one = SampleRow.of("one");
        SampleRow two = SampleRow.of("two");
        SampleRow three = SampleRow.of("three");
        SampleRow four = SampleRow.of("four");
        StoreState.fill(store, one, two, three, four);
        List<WriteOutcome> outcomes = store.replaceAll(List.of(
                one.next().write(),
                two.next().next().write(),
                SampleRow.of("five").next().write(),
                three.next().named(two.head().name()).write(),
                four.resealed().write()));
        assertEquals(
                List.of(
                        WriteOutcome.DONE,
                        WriteOutcome.REVISION_MISMATCH,
                        WriteOutcome.MISSING,
                        WriteOutcome.NAME_TAKEN,
                        WriteOutcome.DONE),
                outcomes);
        StoreState.assertHolds(store, one.next(), two, three, four.resealed());
        assertEquals(List.of(), store.replaceAll(List.of()));
    }

    @Test
    @DisplayName("W8: of many replacements each sees what those before it did, also to the same row")
    default void manyReplacementsInTheirOrder(ConnectionStore store) {
        SampleRow one = SampleRow.of("one").named("orders");
        SampleRow two = SampleRow.of("two").named("customers");
        StoreState.fill(store, one, two);
        SampleRow away = one.next().named("old orders").sealed(new KeyId(1), 1);
        SampleRow heir = two.next().named("orders");
        SampleRow again = away.resealed().sealed(new KeyId(1), 2);
        List<WriteOutcome> outcomes =
                store.replaceAll(List.of(away.write(), heir.write(), again.write(), again.write()));
        assertEquals(
                List.of(WriteOutcome.DONE, WriteOutcome.DONE, WriteOutcome.DONE, WriteOutcome.REVISION_MISMATCH),
                outcomes);
        StoreState.assertHolds(store, again, heir);
    }
}
