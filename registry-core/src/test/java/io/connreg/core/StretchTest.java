package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import io.connreg.spi.StoredConnection;
import io.connreg.testkit.SampleRow;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where a stretch ends, by the number of its rows and by the size of their documents. */
final class StretchTest {
    private final MemoryStore store = new MemoryStore();
    private final List<StoredConnection> all = new ArrayList<>();

    @AfterEach
    void close() {
        store.close();
    }

    /** Rows, oldest first, whose documents have these numbers of characters. */
    private void fill(int... lengths) {
        for (int length : lengths) {
            SampleRow row =
                    SampleRow.of("row-" + all.size()).createdLater(all.size()).document("x".repeat(length));
            store.insert(row.write());
            all.add(row.stored());
        }
    }

    private Stretch first(int limit, long budget) {
        ListScope everything = new ListScope("root", List.of(Grant.everywhere(Reach.ALL)));
        return Stretch.read(store, new ListQuery(everything, ConnectionFilter.ALL, true, null, limit, budget));
    }

    @Test
    void stretchesOfAnySizeMakeTheWholeListAndTellWhetherMoreFollow() {
        fill(3, 1, 9, 1, 1, 20, 20, 2, 5, 1);
        for (int limit = 1; limit <= 11; limit++) {
            for (long budget = 1; budget <= 70; budget++) {
                List<StoredConnection> walked = new ArrayList<>();
                Stretch stretch = first(limit, budget);
                for (; !stretch.rows().isEmpty(); stretch = stretch.next(store)) {
                    walked.addAll(stretch.rows());
                    assertThat(stretch.rows()).hasSizeLessThanOrEqualTo(limit);
                    assertThat(stretch.rows().size() == 1 || characters(stretch) < budget)
                            .isTrue();
                    assertThat(stretch.more()).isEqualTo(walked.size() < all.size());
                }
                assertThat(walked).isEqualTo(all);
            }
        }
    }

    @Test
    void theRowThatReachesTheBudgetIsLeftToTheNextStretch() {
        fill(4, 4, 4);

        assertThat(first(3, 12).rows()).isEqualTo(all.subList(0, 2));
        assertThat(first(3, 12).more()).isTrue();
        assertThat(first(3, 13).rows()).isEqualTo(all);
        assertThat(first(3, 13).more()).isFalse();
    }

    @Test
    void aRowThatReachesTheBudgetAloneIsGiven() {
        fill(10, 10);

        Stretch first = first(5, 10);
        assertThat(first.rows()).isEqualTo(all.subList(0, 1));
        assertThat(first.more()).isTrue();
        assertThat(first.next(store).rows()).isEqualTo(all.subList(1, 2));
        assertThat(first.next(store).more()).isFalse();
    }

    @Test
    void whereNothingIsThereNothingFollows() {
        Stretch none = first(1, 1);

        assertThat(none.rows()).isEmpty();
        assertThat(none.more()).isFalse();
        assertThat(none.next(store).rows()).isEmpty();
    }

    private static long characters(Stretch stretch) {
        return stretch.rows().stream().mapToLong(row -> row.document().length()).sum();
    }
}
