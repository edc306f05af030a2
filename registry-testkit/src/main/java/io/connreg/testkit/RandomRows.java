package io.connreg.testkit;

import io.connreg.Accessibility;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows, filters and scopes from small pools, so that they meet often; the same for the same seed. */
final class RandomRows {
    private static final List<String> WORKSPACES = List.of("ws-1", "WS-1", "ws-2", "ws-2 ");
    private static final List<String> USERS = List.of("alice", "Alice", "bob");
    private static final List<String> TYPES = List.of("A", "a", "B");
    private static final List<String> MODELS = List.of("m-1", "M-1", "m-2");
    private static final List<String> MODEL_TYPES = List.of("LLM", "Embedding");
    private static final List<String> NAME_PARTS = List.of("sales", "50%", "a_b", "axb", "\u00e9", "e\u0301", "\\");

    private final Random random;

    RandomRows(long seed) {
        random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    SampleRow row(int number) {
        return changed(SampleRow.of("row-" + number)
                .in(one(WORKSPACES))
                .type(one(TYPES))
                .createdLater(below(40)));
    }

    /** The same row with other facts of those that may change. */
    SampleRow changed(SampleRow row) {
        SampleRow changed = row.withoutModels()
                .named(one(NAME_PARTS) + one(NAME_PARTS) + " " + row.id())
                .creator(one(USERS))
                .accessibility(one(List.of(Accessibility.values())));
        for (int models = below(3); models > 0; models--) {
            changed = changed.model(perhaps(MODELS), perhaps(MODEL_TYPES), random.nextBoolean());
        }
        return changed;
    }

    ConnectionFilter filter() {
        return new ConnectionFilter(
                seldom(WORKSPACES),
                below(6) > 0 ? Set.of() : Set.of("row-1", "row-" + (2 + below(100)), "row-" + (200 + below(100))),
                seldom(NAME_PARTS),
                some(TYPES),
                seldom(MODELS),
                some(MODEL_TYPES),
                seldom(List.of(true, false)),
                seldom(USERS),
                seldom(List.of(Accessibility.values())));
    }

    ListScope scope() {
        List<Grant> grants = new ArrayList<>();
        for (int number = below(4); number > 0; number--) {
            grants.add(new Grant(perhaps(WORKSPACES), one(List.of(Reach.values()))));
        }
        return new ListScope(one(USERS), grants);
    }

    private <T> T one(List<T> pool) {
        return pool.get(below(pool.size()));
    }

    private <T> @Nullable T perhaps(List<T> pool) {
        return below(4) == 0 ? null : one(pool);
    }

    private <T> @Nullable T seldom(List<T> pool) {
        return below(5) == 0 ? one(pool) : null;
    }

    private <T> Set<T> some(List<T> pool) {
        T first = one(pool);
        T second = one(pool);
        return below(4) > 0 ? Set.of() : first.equals(second) ? Set.of(first) : Set.of(first, second);
    }
}
