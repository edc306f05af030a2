package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.WriteOutcome;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules R: reading one row. */
public interface ReadRules extends StoreFixture {

    @Test
    @DisplayName("R1: a new store is empty")
    default void aNewStoreIsEmpty(ConnectionStore store) {
        StoreState.assertHolds(store);
        assertEquals(Optional.empty(), store.slot());
    }

    @Test
    @DisplayName("R2: a row is found by its id and by its workspace and name, equal in all its facts")
    default void aRowIsFoundEqualInAllItsFacts(ConnectionStore store) {
        SampleRow one = SampleRow.of("one");
        SampleRow two = SampleRow.of("two").in("ws-2").createdLater(1).creator("bob");
        StoreState.fill(store, one, two);
        StoreState.assertHolds(store, one, two);
    }

    @Test
    @DisplayName("R3: a type that no version knows, and times far off, come back as they are")
    default void unknownTypesAndFarTimesComeBack(ConnectionStore store) {
        SampleRow row =
                SampleRow.of("one").type("TypeOfTomorrow").createdLater(252_000_000_000_000_000L - SampleRow.CREATED);
        StoreState.fill(store, row);
        StoreState.assertHolds(store, row);
    }

    @Test
    @DisplayName("R4: what cannot be an id is not found, whatever it is made of")
    default void nonsenseIdsAreNotFound(ConnectionStore store) {
        SampleRow row = SampleRow.of("zoe").named("zoe");
        StoreState.fill(store, row);
        for (String nonsense : Lookalikes.NONSENSE) {
            assertEquals(Optional.empty(), store.find(nonsense), nonsense);
            assertEquals(Optional.empty(), store.findByName(SampleRow.WORKSPACE, nonsense), nonsense);
            assertEquals(Optional.empty(), store.findByName(nonsense, "zoe"), nonsense);
            assertEquals(WriteOutcome.MISSING, store.delete(nonsense, 1), nonsense);
        }
        StoreState.assertHolds(store, row);
    }

    @Test
    @DisplayName("R5: a name is found in its own workspace only")
    default void aNameIsFoundInItsOwnWorkspaceOnly(ConnectionStore store) {
        StoreState.fill(
                store, SampleRow.of("one").named("orders"), SampleRow.of("two").in("ws-2"));
        assertEquals(Optional.empty(), store.findByName("ws-2", "orders"));
        assertEquals(Optional.empty(), store.findByName("ws-3", "orders"));
    }
}
