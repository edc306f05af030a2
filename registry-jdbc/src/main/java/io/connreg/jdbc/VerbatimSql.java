package io.connreg.jdbc;

import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/** Leaves statements as they are, with nothing for JDBI to bind: {@link Sql} does. */
final class VerbatimSql implements SqlParser {
    private static final ParsedParameters NONE = ParsedParameters.positional(0);

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        return ParsedSql.of(sql, NONE);
    }

    @Override
    public String nameParameter(String rawName, StatementContext context) {
        return "?";
    }
}
