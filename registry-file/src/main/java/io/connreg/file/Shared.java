package io.connreg.file;

import io.connreg.spi.ConnectionHead;
import io.connreg.spi.IndexTerms;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps one object of those that are equal: workspaces, users, types, models and keys repeat from connection to
 * connection. It forgets all when it has grown large; then equal ones are kept twice, and nothing else.
 */
final class Shared {
    private static final int LARGE = 100_000;

    private final Map<Object, Object> values = new ConcurrentHashMap<>();

    ConnectionHead head(ConnectionHead head) {
        return new ConnectionHead(
                head.id(),
                same(head.workspaceId()),
                head.name(),
                same(head.type()),
                head.accessibility(),
                same(head.creator()),
                head.createdMicros(),
                head.modifiedMicros(),
                head.revision(),
                head.rowVersion());
    }

    IndexTerms terms(IndexTerms terms, ConnectionHead head) {
        String folded = terms.foldedName().equals(head.name()) ? head.name() : terms.foldedName();
        return new IndexTerms(folded, models(terms.models()), same(terms.secretsByKey()));
    }

    private List<IndexTerms.Model> models(List<IndexTerms.Model> models) {
        return models.isEmpty() ? models : same(models.stream().map(this::same).toList());
    }

    @SuppressWarnings("unchecked") // what is equal to a value here is of its type
    private <T> T same(T value) {
        Object known = values.get(value);
        if (known == null) {
            if (values.size() > LARGE) {
                values.clear();
            }
            known = values.putIfAbsent(value, value);
        }
        return known == null ? value : (T) known;
    }
}
