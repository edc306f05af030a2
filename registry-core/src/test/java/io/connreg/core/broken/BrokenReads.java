package io.connreg.core.broken;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListScope;
import io.connreg.spi.StoredConnection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stores that find, list or count wrongly what is there. */
final class BrokenReads {
    private BrokenReads() {}

    private static List<StoredConnection> all(ConnectionStore data, ConnectionFilter filter) {
        return data.list(WrappedStore.whole(WrappedStore.EVERYTHING, filter, true, null));
    }

    /** Finds a name in any workspace. */
    static class FindsNamesAnywhere extends WrappedStore {
        FindsNamesAnywhere(ConnectionStore data) {
            super(data);
        }

        @Override
        public Optional<StoredConnection> findByName(String workspaceId, String name) {
            return scan("", MANY).stream()
                    .filter(row -> row.head().name().equals(name))
                    .findFirst();
        }
    }

    /** Finds ids by a collation that knows no case. */
    static class IdsWithoutCase extends WrappedStore {
        IdsWithoutCase(ConnectionStore data) {
            super(data);
        }

        @Override
        public Optional<StoredConnection> find(String id) {
            return scan("", MANY).stream()
                    .filter(row -> row.head().id().equalsIgnoreCase(id))
                    .findFirst();
        }
    }

    /** Compares the ids of a scope by a collation that knows neither case nor trailing blanks. */
    static class ScopeByCollation extends WrappedStore {
        ScopeByCollation(ConnectionStore data) {
            super(data);
        }

        @Override
        public List<StoredConnection> list(ListQuery query) {
            return super.list(whole(EVERYTHING, query.filter(), query.oldestFirst(), query.after())).stream()
                    .filter(row -> admits(query.scope(), row.head()))
                    .limit(query.limit())
                    .toList();
        }

        @Override
        public long count(ListScope scope, ConnectionFilter filter) {
            return all(open(), filter).stream()
                    .filter(row -> admits(scope, row.head()))
                    .count();
        }

        private static boolean admits(ListScope scope, ConnectionHead head) {
            List<ListScope.Grant> grants = scope.grants().stream()
                    .map(grant -> grant.workspaceId() == null
                            ? grant
                            : ListScope.Grant.in(folded(grant.workspaceId()), grant.reach()))
                    .toList();
            return new ListScope(folded(scope.userId()), grants)
                    .admits(head(
                            head, folded(head.workspaceId()), head.name(), folded(head.creator()), head.rowVersion()));
        }

        private static String folded(String id) {
            return id.toLowerCase(Locale.ROOT).stripTrailing();
        }
    }

    /** Asks for a part of a name by LIKE, and does not escape it. */
    static class WildcardsInNames extends WrappedStore {
        WildcardsInNames(ConnectionStore data) {
            super(data);
        }

        @Override
        public List<StoredConnection> list(ListQuery query) {
            String part = query.filter().foldedNamePart();
            if (part == null || !part.contains("_")) {
                return super.list(query);
            }
            Pattern like = Pattern.compile(".*" + Pattern.quote(part).replace("_", "\\E.\\Q") + ".*");
            return super.list(whole(query.scope(), ConnectionFilter.ALL, true, null)).stream()
                    .filter(row -> like.matcher(row.head().name().toLowerCase(Locale.ROOT))
                            .matches())
                    .toList();
        }
    }

    /** Takes one model's id for another's type. */
    static class ModelsApart extends WrappedStore {
        ModelsApart(ConnectionStore data) {
            super(data);
        }

        @Override
        public List<StoredConnection> list(ListQuery query) {
            ConnectionFilter asked = query.filter();
            if (asked.model() == null || asked.modelTypes().isEmpty()) {
                return super.list(query);
            }
            Set<StoredConnection> ofType = new HashSet<>(all(open(), model(null, asked.modelTypes())));
            return all(open(), model(asked.model(), Set.of())).stream()
                    .filter(ofType::contains)
                    .toList();
        }

        private static ConnectionFilter model(@Nullable String model, Set<String> types) {
            return new ConnectionFilter(null, Set.of(), null, Set.of(), model, types, null, null, null);
        }
    }

    /** Orders ids as Java's strings are ordered, by UTF-16 units. */
    static class OrderByUtf16 extends WrappedStore {
        OrderByUtf16(ConnectionStore data) {
            super(data);
        }

        @Override
        public List<StoredConnection> scan(String afterId, int limit) {
            return super.scan("", MANY).stream()
                    .sorted(Comparator.comparing(row -> row.head().id()))
                    .filter(row -> row.head().id().compareTo(afterId) > 0)
                    .limit(limit)
                    .toList();
        }
    }

    /** Counts without looking at who asks. */
    static class CountWithoutScope extends WrappedStore {
        CountWithoutScope(ConnectionStore data) {
            super(data);
        }

        @Override
        public long count(ListScope scope, ConnectionFilter filter) {
            return super.count(EVERYTHING, filter);
        }
    }

    /** Counts the rows of a key for its secrets. */
    static class CountsRowsByKey extends WrappedStore {
        CountsRowsByKey(ConnectionStore data) {
            super(data);
        }

        @Override
        public Map<KeyId, Long> countSecretsByKey() {
            Map<KeyId, Long> counts = new HashMap<>(super.countSecretsByKey());
            counts.replaceAll((key, secrets) -> (long) scanByKey(key, "", MANY).size());
            return counts;
        }
    }
}
