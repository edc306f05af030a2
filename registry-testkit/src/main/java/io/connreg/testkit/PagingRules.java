package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListQuery.Position;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules P: pages by position, in both directions. */
public interface PagingRules extends StoreFixture {

    @Test
    @DisplayName("P1: by time of creation, then by id, both turned around when the newest is first")
    default void orderedByCreationThenId(ConnectionStore store) {
        StoreState.fill(
                store,
                SampleRow.of("b").createdLater(2),
                SampleRow.of("z").createdLater(1),
                SampleRow.of("c").createdLater(2),
                SampleRow.of("a").createdLater(2),
                SampleRow.of("y").createdLater(3));
        List<String> oldestFirst = new ArrayList<>(List.of("z", "a", "b", "c", "y"));
        assertEquals(oldestFirst, ids(Listing.page(store, true, null, 10)));
        Collections.reverse(oldestFirst);
        assertEquals(oldestFirst, ids(Listing.page(store, false, null, 10)));
    }

    @Test
    @DisplayName("P2: ids of one time are ordered by code point: U+FF5E before an emoji")
    default void idsAreOrderedByCodePoint(ConnectionStore store) {
        List<String> ordered =
                List.of("a", "a b", "a-", "a0", "aA", "aB", "a_", "aa", "ab", "a\u00e9", "a\uff5e", "a\ud83d\ude00");
        List<String> mixed = new ArrayList<>(ordered);
        Collections.reverse(mixed);
        mixed.forEach(id -> StoreState.fill(store, SampleRow.of(id)));
        assertEquals(ordered, ids(Listing.page(store, true, null, 20)));
        assertEquals(ordered, ids(store.scan("", 20)));
        assertEquals(mixed, ids(Listing.page(store, false, null, 20)));
        assertEquals(List.of("a\ud83d\ude00"), ids(store.scan("a\uff5e", 20)));
    }

    @Test
    @DisplayName(
            "P3: pages of every size make the same walk, without a gap, a double or a short page, in both directions")
    default void pagesOfEverySizeMakeTheSameWalk(ConnectionStore store) {
        for (int i = 0; i < 12; i++) {
            StoreState.fill(store, SampleRow.of("row-" + (char) ('a' + i)).createdLater(i / 5));
        }
        for (boolean oldestFirst : new boolean[] {true, false}) {
            List<StoredConnection> whole = Listing.page(store, oldestFirst, null, 100);
            assertEquals(12, whole.size());
            for (int limit = 1; limit <= 13; limit++) {
                assertEquals(whole, Listing.walk(store, Listing.EVERYTHING, ConnectionFilter.ALL, oldestFirst, limit));
            }
        }
    }

    @Test
    @DisplayName("P4: behind the last row there is an empty page")
    default void behindTheLastRowIsAnEmptyPage(ConnectionStore store) {
        SampleRow row = SampleRow.of("one");
        StoreState.fill(store, row);
        Position last = Position.of(row.head());
        assertEquals(List.of(), Listing.page(store, true, last, 1));
        assertEquals(List.of(), Listing.page(store, false, last, 1));
    }

    @Test
    @DisplayName("P5: the row that a position was taken from may be gone")
    default void thePositionsRowMayBeGone(ConnectionStore store) {
        StoreState.fill(store, SampleRow.of("a"), SampleRow.of("b"), SampleRow.of("c"));
        Position gone = new Position(SampleRow.CREATED, "b");
        assertEquals(WriteOutcome.DONE, store.delete("b", 1));
        assertEquals(List.of("c"), ids(Listing.page(store, true, gone, 10)));
        assertEquals(List.of("a"), ids(Listing.page(store, false, gone, 10)));
    }

    @Test
    @DisplayName("P6: rows that come or go before the position move nothing behind it; those behind it are seen")
    default void rowsComeAndGoBetweenPages(ConnectionStore store) {
        StoreState.fill(
                store,
                SampleRow.of("a").createdLater(1),
                SampleRow.of("b").createdLater(2),
                SampleRow.of("c").createdLater(3),
                SampleRow.of("d").createdLater(4),
                SampleRow.of("e").createdLater(5));
        Position second = new Position(SampleRow.CREATED + 2, "b");
        StoreState.fill(store, SampleRow.of("0"), SampleRow.of("bb").createdLater(2));
        assertEquals(List.of("bb", "c"), ids(Listing.page(store, true, second, 2)));
        assertEquals(WriteOutcome.DONE, store.delete("a", 1));
        assertEquals(WriteOutcome.DONE, store.delete("0", 1));
        assertEquals(WriteOutcome.DONE, store.delete("c", 1));
        assertEquals(List.of("bb", "d"), ids(Listing.page(store, true, second, 2)));
    }

    @Test
    @DisplayName("P7: a replaced row keeps its place")
    default void aReplacedRowKeepsItsPlace(ConnectionStore store) {
        SampleRow first = SampleRow.of("b");
        StoreState.fill(
                store,
                first,
                SampleRow.of("a").createdLater(1),
                SampleRow.of("c").createdLater(2));
        assertEquals(WriteOutcome.DONE, store.replace(first.next().named("zzz").write()));
        assertEquals(List.of("b", "a", "c"), ids(Listing.page(store, true, null, 10)));
    }

    @Test
    @DisplayName("P8: a page is filled with what matches, however many rows lie between that do not")
    default void aPageIsFilledWithWhatMatches(ConnectionStore store) {
        for (int i = 0; i < 20; i++) {
            StoreState.fill(store, SampleRow.of("other-" + i).type("Other").createdLater(i));
            StoreState.fill(
                    store, SampleRow.of("secret-" + i).in("ws-2").type("Asked").createdLater(i));
        }
        StoreState.fill(store, SampleRow.of("b").type("Asked").createdLater(9));
        StoreState.fill(store, SampleRow.of("a").type("Asked").createdLater(30));
        ListScope scope = new ListScope("root", List.of(Grant.in(SampleRow.WORKSPACE, Reach.ALL)));
        ListQuery query = new ListQuery(scope, Filters.types("Asked"), true, null, 2, Listing.NO_BUDGET);
        assertEquals(List.of("b", "a"), ids(store.list(query)));
    }

    @Test
    @DisplayName("P9: a page ends behind the row with which its documents reach the budget, in UTF-16 units")
    default void aPageEndsBehindTheRowThatReachesTheBudget(ConnectionStore store) {
        List<StoredConnection> asked = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String letter = List.of("x", "\u00e9", "\ud83d\ude00").get(i % 3);
            SampleRow row =
                    SampleRow.of("row-" + i).type("Asked").createdLater(i).document(letter.repeat(1 + i * 5 % 9));
            SampleRow between = SampleRow.of("other-" + i).createdLater(i).document("x".repeat(100));
            StoreState.fill(store, row, between);
            asked.add(row.stored());
        }
        for (long budget = 1; budget < 70; budget++) {
            assertPagesOf(asked, store, true, budget);
        }
        Collections.reverse(asked);
        for (long budget = 1; budget < 70; budget++) {
            assertPagesOf(asked, store, false, budget);
        }
    }

    @Test
    @DisplayName("P10: a page has a row, however small its budget is beside the row")
    default void aPageHasARowHoweverSmallItsBudget(ConnectionStore store) {
        SampleRow large = SampleRow.of("a").document("x".repeat(DocumentRules.LARGEST));
        SampleRow behind = SampleRow.of("b").createdLater(1);
        StoreState.fill(store, large, behind);
        ListQuery query = new ListQuery(Listing.EVERYTHING, ConnectionFilter.ALL, true, null, 10, 1);
        assertEquals(List.of(large.stored()), store.list(query));
    }

    /** Walks the rows that P9 asks for, at most four a page, and says of each page where it must end. */
    private static void assertPagesOf(
            List<StoredConnection> rows, ConnectionStore store, boolean oldestFirst, long budget) {
        Position after = null;
        int walked = 0;
        while (walked < rows.size()) {
            int end = walked;
            for (long room = budget; room > 0 && end < Math.min(walked + 4, rows.size()); end++) {
                room -= rows.get(end).document().length();
            }
            ListQuery query = new ListQuery(Listing.EVERYTHING, Filters.types("Asked"), oldestFirst, after, 4, budget);
            assertEquals(rows.subList(walked, end), store.list(query), "with a budget of " + budget);
            after = Position.of(rows.get(end - 1).head());
            walked = end;
        }
    }

    private static List<String> ids(List<StoredConnection> rows) {
        return rows.stream().map(row -> row.head().id()).toList();
    }
}
