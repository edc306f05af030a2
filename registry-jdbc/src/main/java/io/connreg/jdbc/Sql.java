package io.connreg.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/** A statement with what its question marks stand for. */
record Sql(String text, List<Argument> arguments) {
    private static final SqlParser VERBATIM = new VerbatimSql();

    Sql {
        arguments = List.copyOf(arguments);
    }

    static Sql of(String text, Argument... arguments) {
        return new Sql(text, List.of(arguments));
    }

    <T> List<T> list(Handle handle, RowMapper<T> mapper) {
        try (var query = handle.createQuery(text)) {
            return bound(query).map(mapper).list();
        }
    }

    <T> Optional<T> first(Handle handle, RowMapper<T> mapper) {
        try (var query = handle.createQuery(text)) {
            return bound(query).map(mapper).findFirst();
        }
    }

    /** The one number of the one row. */
    long number(Handle handle) {
        try (var query = handle.createQuery(text)) {
            return bound(query).map((row, context) -> row.getLong(1)).one();
        }
    }

    /** Whether there is a row. */
    boolean exists(Handle handle) {
        return first(handle, (row, context) -> true).isPresent();
    }

    /** How many rows it changed. */
    int update(Handle handle) {
        try (var update = handle.createUpdate(text)) {
            return bound(update).execute();
        }
    }

    /** Runs one statement for many rows, and says for each how many it changed. */
    static int[] updateEach(Handle handle, String text, List<List<Argument>> rows) {
        if (rows.size() < 2) {
            return rows.stream()
                    .mapToInt(row -> new Sql(text, row).update(handle))
                    .toArray();
        }
        try (PreparedBatch batch = handle.prepareBatch(text)) {
            for (List<Argument> row : rows) {
                for (int i = 0; i < row.size(); i++) {
                    batch.bind(i, row.get(i));
                }
                batch.add();
            }
            return batch.execute();
        }
    }

    /** Past JDBI's own binding, which looks for a factory for each argument: half of what it costs. */
    private <S extends SqlStatement<S>> S bound(S statement) {
        statement.setSqlParser(VERBATIM);
        return statement.addCustomizer(new StatementCustomizer() {
            @Override
            public void beforeExecution(PreparedStatement prepared, StatementContext context) throws SQLException {
                for (int i = 0; i < arguments.size(); i++) {
                    arguments.get(i).apply(i + 1, prepared, context);
                }
            }
        });
    }
}
