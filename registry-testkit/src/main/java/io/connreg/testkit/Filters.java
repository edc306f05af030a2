package io.connreg.testkit;

import io.connreg.Accessibility;
import io.connreg.spi.ConnectionFilter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Filters that ask for one fact. */
final class Filters {
    private static final Set<String> ANY = Set.of();

    private Filters() {}

    static ConnectionFilter workspace(String id) {
        return new ConnectionFilter(id, ANY, null, ANY, null, ANY, null, null, null);
    }

    static ConnectionFilter ids(String... ids) {
        return new ConnectionFilter(null, Set.of(ids), null, ANY, null, ANY, null, null, null);
    }

    static ConnectionFilter namePart(String folded) {
        return new ConnectionFilter(null, ANY, folded, ANY, null, ANY, null, null, null);
    }

    static ConnectionFilter types(String... types) {
        return new ConnectionFilter(null, ANY, null, Set.of(types), null, ANY, null, null, null);
    }

    static ConnectionFilter model(@Nullable String model, Set<String> modelTypes, @Nullable Boolean toolCall) {
        return new ConnectionFilter(null, ANY, null, ANY, model, modelTypes, toolCall, null, null);
    }

    static ConnectionFilter creator(String userId) {
        return new ConnectionFilter(null, ANY, null, ANY, null, ANY, null, userId, null);
    }

    static ConnectionFilter accessibility(Accessibility given) {
        return new ConnectionFilter(null, ANY, null, ANY, null, ANY, null, null, given);
    }
}
