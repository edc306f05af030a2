package io.connreg.jdbc;

import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.IndexTerms.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The rows a connection is found by beside its own: its models, and the keys of its secrets. */
final class IndexRows {
    private static final IndexTable<Model> MODELS = new IndexTable<>(
            "connreg_model",
            List.of("model", "model_type", "tool_call"),
            IndexTerms::models,
            model ->
                    List.of(Bound.stored(model.model()), Bound.stored(model.modelType()), Bound.flag(model.toolCall())),
            row -> new Model(Utf8.textOrNull(row.getBytes(2)), Utf8.textOrNull(row.getBytes(3)), row.getBoolean(4)));

    private static final IndexTable<KeyUse> KEYS = new IndexTable<>(
            "connreg_key",
            List.of("key_id", "secrets"),
            terms -> terms.secretsByKey().entrySet().stream()
                    .map(use -> new KeyUse(use.getKey().value(), use.getValue()))
                    .toList(),
            use -> List.of(Bound.number(use.key()), Bound.number(use.secrets())),
            row -> new KeyUse(row.getInt(2), row.getInt(3)));

    private IndexRows() {}

    /** How many secrets of a connection are sealed with a key. */
    private record KeyUse(int key, int secrets) {}

    static void insert(Handle handle, String id, IndexTerms terms) {
        MODELS.insert(handle, Map.of(id, terms));
        KEYS.insert(handle, Map.of(id, terms));
    }

    /** Brings them in line with what these connections are now. */
    static void replace(Handle handle, List<ConnectionWrite> writes) {
        Map<String, IndexTerms> now = new LinkedHashMap<>();
        writes.forEach(write -> now.put(write.head().id(), write.terms()));
        MODELS.replace(handle, now);
        KEYS.replace(handle, now);
    }
}
