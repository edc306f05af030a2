package io.connreg.jdbc;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** A statement with what its question marks stand for. */
record Sql(String text, List<Argument> arguments) {
    Sql {
        arguments = List.copyOf(arguments);
    }

    static Sql of(String text, Argument... arguments) {
        return new Sql(text, List.of(arguments));
    }

    <T> List<T> list(Handle handle, RowMapper<T> mapper) {
        try (var query = handle.createQuery(text)) {
            return bind(query, arguments).map(mapper).list();
        }
    }

    <T> Optional<T> first(Handle handle, RowMapper<T> mapper) {
        try (var query = handle.createQuery(text)) {
            return bind(query, arguments).map(mapper).findFirst();
        }
    }

    /** The one number of the one row. */
    long number(Handle handle) {
        try (var query = handle.createQuery(text)) {
            return bind(query, arguments).map((row, context) -> row.getLong(1)).one();
        }
    }

    /** Whether there is a row. */
    boolean exists(Handle handle) {
        return first(handle, (row, context) -> true).isPresent();
    }

    /** How many rows it changed. */
    int update(Handle handle) {
        try (var update = handle.createUpdate(text)) {
            return bind(update, arguments).execute();
        }
    }

    /** Runs one statement for many rows. */
    static void updateEach(Handle handle, String text, List<List<Argument>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedBatch batch = handle.prepareBatch(text)) {
            rows.forEach(row -> bind(batch, row).add());
            batch.execute();
        }
    }

    private static <S extends SqlStatement<S>> S bind(S statement, List<Argument> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            statement.bind(i, arguments.get(i));
        }
        return statement;
    }
}
