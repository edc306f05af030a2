package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ListScope;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules L: a list is what {@link ListScope#admits} and {@link ConnectionFilter#matches} say. */
public interface ListMeaningRules extends StoreFixture {

    @Test
    @DisplayName("L1: over many rows and queries, lists and counts are what admits and matches say, page by page")
    default void listsMeanWhatScopeAndFilterSay(ConnectionStore store) {
        RandomRows random = new RandomRows(20_261_122);
        List<SampleRow> rows = fill(store, random);
        int someFound = 0;
        for (int query = 0; query < 300; query++) {
            ListScope scope = random.scope();
            ConnectionFilter filter = random.filter();
            boolean oldestFirst = query % 2 == 0;
            List<StoredConnection> expected = rows.stream()
                    .filter(row -> scope.admits(row.head()) && filter.matches(row.head(), row.terms()))
                    .map(SampleRow::stored)
                    .sorted(Comparator.comparing(StoredConnection::head, ListOrder.of(oldestFirst)))
                    .toList();
            String asked = scope + " " + filter;
            assertEquals(expected, Listing.walk(store, scope, filter, oldestFirst, 1 + random.below(60)), asked);
            assertEquals(expected.size(), store.count(scope, filter), asked);
            someFound += expected.isEmpty() ? 0 : 1;
        }
        assertTrue(someFound > 100, "the queries of this rule find too little to tell anything");
    }

    /** Rows inserted, some of them changed, some of them deleted. */
    private static List<SampleRow> fill(ConnectionStore store, RandomRows random) {
        List<SampleRow> rows = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            rows.add(random.row(number));
            StoreState.fill(store, rows.get(number));
        }
        for (int number = 0; number < rows.size(); number += 1 + random.below(5)) {
            SampleRow changed = random.changed(rows.get(number).next());
            assertEquals(WriteOutcome.DONE, store.replace(changed.write()));
            rows.set(number, changed);
        }
        for (int number = 0; number < rows.size(); number += random.below(20)) {
            SampleRow gone = rows.remove(number);
            assertEquals(WriteOutcome.DONE, store.delete(gone.id(), gone.head().rowVersion()));
        }
        return rows;
    }
}
