package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is in a store, looked at through all its doors. */
final class StoreState {
    private StoreState() {}

    /** Inserts the rows; each must succeed. */
    static void fill(ConnectionStore store, SampleRow... rows) {
        for (SampleRow row : rows) {
            assertEquals(WriteOutcome.DONE, store.insert(row.write()), row::toString);
        }
    }

    /** These rows are in the store, with their terms, and no others. */
    static void assertHolds(ConnectionStore store, SampleRow... rows) {
        assertHolds(store, Arrays.asList(rows));
    }

    static void assertHolds(ConnectionStore store, List<SampleRow> rows) {
        List<StoredConnection> byId = rows.stream()
                .sorted(Comparator.comparing(SampleRow::id, ListOrder.ID))
                .map(SampleRow::stored)
                .toList();
        assertEquals(byId, store.scan("", rows.size() + 10));
        assertEquals(rows.size(), store.count(Listing.EVERYTHING, ConnectionFilter.ALL));
        assertEquals(secretsByKey(rows), store.countSecretsByKey());
        rows.forEach(row -> assertFound(store, row));
    }

    private static void assertFound(ConnectionStore store, SampleRow row) {
        Optional<StoredConnection> stored = Optional.of(row.stored());
        assertEquals(stored, store.find(row.id()));
        assertEquals(
                stored, store.findByName(row.head().workspaceId(), row.head().name()));
        IndexTerms terms = row.terms();
        assertListed(store, row, Filters.namePart(terms.foldedName()));
        for (IndexTerms.Model model : terms.models()) {
            Set<String> types = model.modelType() == null ? Set.of() : Set.of(model.modelType());
            assertListed(store, row, Filters.model(model.model(), types, model.toolCall()));
        }
    }

    private static void assertListed(ConnectionStore store, SampleRow row, ConnectionFilter filter) {
        Set<String> listed = Listing.ids(store, filter);
        assertTrue(listed.contains(row.id()), () -> row + " is not listed for " + filter);
    }

    private static Map<KeyId, Long> secretsByKey(List<SampleRow> rows) {
        Map<KeyId, Long> counts = new HashMap<>();
        rows.forEach(row ->
                row.terms().secretsByKey().forEach((key, secrets) -> counts.merge(key, (long) secrets, Long::sum)));
        return counts;
    }
}
