package io.connreg.jdbc;

import io.connreg.spi.IndexTerms;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows a connection is found by beside its own: its models, and the keys of its secrets. */
final class IndexRows {
    private IndexRows() {}

    static void insert(Handle handle, String id, IndexTerms terms) {
        Sql.updateEach(
                handle,
                "insert into connreg_model (connection_id, model, model_type, tool_call) values (?, ?, ?, ?)",
                terms.models().stream()
                        .map(model -> List.of(
                                Bound.stored(id),
                                Bound.stored(model.model()),
                                Bound.stored(model.modelType()),
                                Bound.flag(model.toolCall())))
                        .toList());
        Sql.updateEach(
                handle,
                "insert into connreg_key (connection_id, key_id, secrets) values (?, ?, ?)",
                terms.secretsByKey().entrySet().stream()
                        .map(key -> List.of(
                                Bound.stored(id), Bound.number(key.getKey().value()), Bound.number(key.getValue())))
                        .toList());
    }

    static void delete(Handle handle, String id) {
        Sql.of("delete from connreg_model where connection_id = ?", Bound.sought(id))
                .update(handle);
        Sql.of("delete from connreg_key where connection_id = ?", Bound.sought(id))
                .update(handle);
    }
}
