package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.connreg.Accessibility;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules F: what a filter asks for. */
public interface FilterRules extends StoreFixture {

    @Test
    @DisplayName("F1: a filter that asks for nothing matches all")
    default void nothingAskedMatchesAll(ConnectionStore store) {
        StoreState.fill(store, SampleRow.of("one"), SampleRow.of("two").in("ws-2"));
        assertListed(store, ConnectionFilter.ALL, "one", "two");
    }

    @Test
    @DisplayName("F2: by workspace, ids, types, creator and accessibility, each alone")
    default void byFactsOfTheHead(ConnectionStore store) {
        StoreState.fill(
                store,
                SampleRow.of("one").type("A"),
                SampleRow.of("two").in("ws-2").type("B").creator("bob"),
                SampleRow.of("three").type("C").accessibility(Accessibility.PUBLIC));
        assertListed(store, Filters.workspace("ws-2"), "two");
        assertListed(store, Filters.ids("one", "three", "none"), "one", "three");
        assertListed(store, Filters.types("A", "B", "D"), "one", "two");
        assertListed(store, Filters.creator("alice"), "one", "three");
        assertListed(store, Filters.accessibility(Accessibility.PUBLIC), "three");
        assertListed(store, Filters.accessibility(Accessibility.PRIVATE), "one", "two");
    }

    @Test
    @DisplayName("F3: a part of the folded name, wherever it stands, wildcards meaning themselves")
    default void byPartOfTheFoldedName(ConnectionStore store) {
        StoreState.fill(
                store,
                SampleRow.of("one").named("Sales_50%"),
                SampleRow.of("two").named("salesX50 [a-z]*"),
                SampleRow.of("three").named("back\\slash 'n' \ud83d\ude00"));
        assertListed(store, Filters.namePart("sales"), "one", "two");
        assertListed(store, Filters.namePart("s_5"), "one");
        assertListed(store, Filters.namePart("%"), "one");
        assertListed(store, Filters.namePart("[a-z]*"), "two");
        assertListed(store, Filters.namePart("k\\s"), "three");
        assertListed(store, Filters.namePart("'n'"), "three");
        assertListed(store, Filters.namePart("\ud83d\ude00"), "three");
        assertListed(store, Filters.namePart("\ud83d\ude01"));
        assertListed(store, Filters.namePart("Sales"));
        assertListed(store, Filters.namePart(""), "one", "two", "three");
    }

    @Test
    @DisplayName("F4: by model, model types and tool call, each alone; a model without an id or a type has none")
    default void byModel(ConnectionStore store) {
        StoreState.fill(
                store,
                SampleRow.of("one").model("m-1", "LLM", true).model("m-2", "Embedding", false),
                SampleRow.of("two").model("m-1", null, false),
                SampleRow.of("three").model(null, "LLM", false),
                SampleRow.of("four"));
        assertListed(store, Filters.model("m-1", Set.of(), null), "one", "two");
        assertListed(store, Filters.model("", Set.of(), null));
        assertListed(store, Filters.model(null, Set.of("LLM"), null), "one", "three");
        assertListed(store, Filters.model(null, Set.of("Embedding", "Other"), null), "one");
        assertListed(store, Filters.model(null, Set.of(""), null));
        assertListed(store, Filters.model(null, Set.of(), true), "one");
        assertListed(store, Filters.model(null, Set.of(), false), "one", "two", "three");
    }

    @Test
    @DisplayName("F5: all that is asked of models must hold for one and the same model")
    default void oneModelMustHoldAll(ConnectionStore store) {
        StoreState.fill(
                store,
                SampleRow.of("apart").model("m-1", "Embedding", false).model("m-2", "LLM", true),
                SampleRow.of("whole").model("m-0", null, false).model("m-1", "LLM", true));
        assertListed(store, Filters.model("m-1", Set.of("LLM"), null), "whole");
        assertListed(store, Filters.model("m-1", Set.of(), true), "whole");
        assertListed(store, Filters.model(null, Set.of("Embedding"), true));
        assertListed(store, Filters.model("m-1", Set.of("LLM", "Embedding"), true), "whole");
    }

    @Test
    @DisplayName("F6: a row that offers a model twice is listed and counted once")
    default void aRowIsListedOnce(ConnectionStore store) {
        StoreState.fill(
                store,
                SampleRow.of("one")
                        .model("m", "LLM", true)
                        .model("m", "LLM", true)
                        .model("m", "Other", true));
        assertListed(store, Filters.model("m", Set.of(), true), "one");
        assertEquals(1, Listing.page(store, true, null, 10).size());
    }

    @Test
    @DisplayName("F7: all that is asked must hold together")
    default void allMustHoldTogether(ConnectionStore store) {
        SampleRow whole = SampleRow.of("whole")
                .named("Sales")
                .type("A")
                .creator("bob")
                .accessibility(Accessibility.PUBLIC)
                .model("m", "LLM", true);
        StoreState.fill(
                store,
                whole,
                SampleRow.of("id").named("sales 2").type("A").creator("bob").model("m", "LLM", true));
        ConnectionFilter filter = new ConnectionFilter(
                SampleRow.WORKSPACE,
                Set.of("whole", "id"),
                "sal",
                Set.of("A", "B"),
                "m",
                Set.of("LLM"),
                true,
                "bob",
                Accessibility.PUBLIC);
        assertListed(store, filter, "whole");
        SampleRow[] changes = {
            whole.next().named("Orders"),
            whole.next().next().creator("eve"),
            whole.next().next().next().accessibility(Accessibility.PRIVATE),
            whole.next().next().next().next().withoutModels()
        };
        for (SampleRow changed : changes) {
            store.replace(changed.write());
            assertListed(store, filter);
        }
    }

    @Test
    @DisplayName("F8: nonsense asked for matches nothing, and is no failure")
    default void nonsenseMatchesNothing(ConnectionStore store) {
        StoreState.fill(store, SampleRow.of("one").model(null, null, true));
        for (String nonsense : Lookalikes.NONSENSE) {
            assertListed(store, Filters.workspace(nonsense));
            assertListed(store, Filters.ids(nonsense));
            assertListed(store, Filters.types(nonsense));
            assertListed(store, Filters.creator(nonsense));
            assertListed(store, Filters.model(nonsense, Set.of(), null));
            assertListed(store, Filters.model(null, Set.of(nonsense), null));
            if (!"name of one".contains(nonsense)) {
                assertListed(store, Filters.namePart(nonsense));
            }
        }
    }

    private static void assertListed(ConnectionStore store, ConnectionFilter filter, String... ids) {
        assertEquals(Set.of(ids), Listing.ids(store, filter), filter::toString);
        assertEquals(ids.length, store.count(Listing.EVERYTHING, filter), filter::toString);
    }
}
