package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules T: texts are equal if their characters are, on every store. */
public interface ExactTextRules extends StoreFixture {

    @Test
    @DisplayName("T1: ids that look alike are different ids, found and deleted each by its own characters")
    default void idsCompareExactly(ConnectionStore store) {
        List<SampleRow> rows = fillWithLookalikes(store, SampleRow::of);
        StoreState.assertHolds(store, rows);
        for (String id : Lookalikes.ALL) {
            assertEquals(Set.of(id), Listing.ids(store, Filters.ids(id)));
        }
        for (int i = 0; i < rows.size(); i++) {
            assertEquals(WriteOutcome.DONE, store.delete(rows.get(i).id(), 1));
            assertEquals(
                    rows.size() - i - 1,
                    store.scan("", rows.size()).size(),
                    rows.get(i).id());
        }
    }

    @Test
    @DisplayName("T2: names that look alike are different names in one workspace")
    default void namesCompareExactly(ConnectionStore store) {
        StoreState.assertHolds(
                store,
                fillWithLookalikes(store, text -> SampleRow.of(idFor(text)).named(text)));
    }

    @Test
    @DisplayName("T3: workspaces that look alike are different, for names, filters and grants")
    default void workspacesCompareExactly(ConnectionStore store) {
        StoreState.assertHolds(
                store,
                fillWithLookalikes(
                        store, text -> SampleRow.of(idFor(text)).in(text).named("orders")));
        for (String workspace : Lookalikes.ALL) {
            Set<String> only = Set.of(idFor(workspace));
            ListScope granted = new ListScope("root", List.of(Grant.in(workspace, Reach.ALL)));
            assertEquals(only, Listing.ids(store, Filters.workspace(workspace)), workspace);
            assertEquals(only, Listing.ids(store, granted, Filters.ids()), workspace);
        }
    }

    @Test
    @DisplayName("T4: users that look alike are different, as creators asked for and as owners in a scope")
    default void usersCompareExactly(ConnectionStore store) {
        StoreState.assertHolds(
                store,
                fillWithLookalikes(store, text -> SampleRow.of(idFor(text)).creator(text)));
        for (String user : Lookalikes.ALL) {
            Set<String> only = Set.of(idFor(user));
            ListScope own = new ListScope(user, List.of(Grant.everywhere(Reach.PUBLIC_OR_OWN)));
            assertEquals(only, Listing.ids(store, Filters.creator(user)), user);
            assertEquals(only, Listing.ids(store, own, Filters.ids()), user);
        }
    }

    @Test
    @DisplayName("T5: types, models and model types are asked for by their exact characters")
    default void typesAndModelsCompareExactly(ConnectionStore store) {
        StoreState.assertHolds(
                store,
                fillWithLookalikes(
                        store, text -> SampleRow.of(idFor(text)).type(text).model(text, text, false)));
        for (String text : Lookalikes.ALL) {
            Set<String> only = Set.of(idFor(text));
            assertEquals(only, Listing.ids(store, Filters.types(text)), text);
            assertEquals(only, Listing.ids(store, Filters.model(text, Set.of(), null)), text);
            assertEquals(only, Listing.ids(store, Filters.model(null, Set.of(text), null)), text);
        }
    }

    @Test
    @DisplayName("T6: texts of the greatest length are kept whole, and differ by their last character")
    default void theLongestTextsAreKept(ConnectionStore store) {
        SampleRow a = longest("a");
        SampleRow b = longest("b");
        StoreState.fill(store, a, b);
        StoreState.assertHolds(store, a, b);
        for (SampleRow row : List.of(a, b)) {
            ConnectionHead head = row.head();
            IndexTerms.Model model = row.terms().models().get(0);
            ListScope own = new ListScope(head.creator(), List.of(Grant.in(head.workspaceId(), Reach.PUBLIC_OR_OWN)));
            ConnectionFilter all = new ConnectionFilter(
                    head.workspaceId(),
                    Set.of(row.id()),
                    row.terms().foldedName(),
                    Set.of(head.type().value()),
                    model.model(),
                    Set.of(row.id(), Objects.requireNonNull(model.modelType())),
                    false,
                    head.creator(),
                    null);
            assertEquals(Set.of(row.id()), Listing.ids(store, own, all));
        }
    }

    private static SampleRow longest(String end) {
        String fact = "\ud83d\ude00".repeat(127) + end;
        String model = "\ud83d\ude01".repeat(255) + end;
        return SampleRow.of("x".repeat(22) + end)
                .in(fact)
                .named(fact)
                .type(fact)
                .creator(fact)
                .model(model, model, false);
    }

    private static List<SampleRow> fillWithLookalikes(ConnectionStore store, Function<String, SampleRow> row) {
        List<SampleRow> rows = Lookalikes.ALL.stream().map(row).toList();
        StoreState.fill(store, rows.toArray(SampleRow[]::new));
        return rows;
    }

    private static String idFor(String lookalike) {
        return "row-" + Lookalikes.ALL.indexOf(lookalike);
    }
}
