package io.connreg.jdbc;

import java.time.Duration;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.TemplateEngine;

/** What is done to every statement: tables are called as the options say, and none may take too long. */
final class Statements {
    private Statements() {}

    static Jdbi configured(Jdbi jdbi, Lender lender, JdbcOptions options) {
        SqlStatements statements = jdbi.getConfig(SqlStatements.class);
        statements.setTemplateEngine(naming(options.tablePrefix()));
        if (!lender.sessionsAreOurs()) {
            statements.setQueryTimeout(seconds(options.statementTimeout()));
        }
        return jdbi;
    }

    /** In the place of JDBI's own engine, which would take what stands between angle brackets for a placeholder. */
    private static TemplateEngine naming(String prefix) {
        return prefix.equals(JdbcOptions.DEFAULT_PREFIX)
                ? TemplateEngine.NOP
                : (statement, context) -> named(statement, prefix);
    }

    static String named(String statement, String prefix) {
        return statement.replace(JdbcOptions.DEFAULT_PREFIX, prefix);
    }

    private static int seconds(Duration timeout) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, timeout.toSeconds()));
    }
}
