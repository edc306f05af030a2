package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.WriteOutcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules V: writes compare and set by row version. */
public interface RowVersionRules extends StoreFixture {

    @Test
    @DisplayName("V1: a replacement of an older row version is refused and changes nothing")
    default void aStaleReplacementIsRefused(ConnectionStore store) {
        SampleRow row = SampleRow.of("one");
        SampleRow current = row.next().named("current");
        StoreState.fill(store, row);
        assertEquals(WriteOutcome.DONE, store.replace(current.write()));
        SampleRow stale = row.next().named("stale").model("m", "LLM", true);
        assertEquals(WriteOutcome.REVISION_MISMATCH, store.replace(stale.write()));
        StoreState.assertHolds(store, current);
    }

    @Test
    @DisplayName("V2: a replacement that leaves out a row version is refused and changes nothing")
    default void aReplacementThatSkipsAVersionIsRefused(ConnectionStore store) {
        SampleRow row = SampleRow.of("one");
        StoreState.fill(store, row);
        assertEquals(
                WriteOutcome.REVISION_MISMATCH,
                store.replace(row.next().next().named("early").write()));
        StoreState.assertHolds(store, row);
    }

    @Test
    @DisplayName("V3: a delete at another row version than the stored one is refused and changes nothing")
    default void aDeleteAtAnotherVersionIsRefused(ConnectionStore store) {
        SampleRow row = SampleRow.of("one");
        StoreState.fill(store, row);
        assertEquals(WriteOutcome.DONE, store.replace(row.next().write()));
        assertEquals(WriteOutcome.REVISION_MISMATCH, store.delete("one", 1));
        assertEquals(WriteOutcome.REVISION_MISMATCH, store.delete("one", 3));
        StoreState.assertHolds(store, row.next());
    }

    @Test
    @DisplayName("V4: a row that is not there, or not any more, is missing to replace and delete, and is not made")
    default void anAbsentRowIsMissing(ConnectionStore store) {
        SampleRow row = SampleRow.of("one");
        assertEquals(WriteOutcome.MISSING, store.replace(row.next().write()));
        assertEquals(WriteOutcome.MISSING, store.delete("one", 1));
        StoreState.fill(store, row);
        assertEquals(WriteOutcome.DONE, store.delete("one", 1));
        assertEquals(WriteOutcome.MISSING, store.replace(row.next().write()));
        assertEquals(WriteOutcome.MISSING, store.delete("one", 1));
        StoreState.assertHolds(store);
    }

    @Test
    @DisplayName("V5: it is the row version that is compared, not the revision")
    default void theRevisionIsNotCompared(ConnectionStore store) {
        SampleRow row = SampleRow.of("one");
        StoreState.fill(store, row);
        assertEquals(WriteOutcome.DONE, store.replace(row.resealed().write()));
        assertEquals(WriteOutcome.REVISION_MISMATCH, store.replace(row.next().write()));
        assertEquals(WriteOutcome.REVISION_MISMATCH, store.delete("one", 1));
        assertEquals(WriteOutcome.DONE, store.delete("one", 2));
        StoreState.assertHolds(store);
    }
}
