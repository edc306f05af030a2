package io.connreg.jdbc;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/** What tests say to a database behind a store's back. */
final class Sessions {
    private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(1);

    private Sessions() {}

    static void execute(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url)) {
            execute(connection, statements);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Connection connection, String... statements) {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first column. */
    static List<String> texts(String url, String query) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The tables that hold the registry: each column with its type, and what each index is of. */
    static List<String> described(String url) {
        try (Connection connection = DriverManager.getConnection(url)) {
            List<String> described = new ArrayList<>();
            DatabaseMetaData about = connection.getMetaData();
            try (ResultSet columns = about.getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
                note(columns, described, "TABLE_NAME", "COLUMN_NAME", "TYPE_NAME", "COLUMN_SIZE", "IS_NULLABLE");
            }
            for (String table : described.stream()
                    .map(line -> line.split(" ", -1)[0])
                    .distinct()
                    .toList()) {
                try (ResultSet indexed = about.getIndexInfo(null, connection.getSchema(), table, false, true)) {
                    note(indexed, described, "TABLE_NAME", "NON_UNIQUE", "ORDINAL_POSITION", "COLUMN_NAME");
                }
            }
            return described.stream().sorted().toList();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void note(ResultSet rows, List<String> into, String... columns) throws SQLException {
        while (rows.next()) {
            StringJoiner line = new StringJoiner(" ");
            for (String column : columns) {
                line.add(rows.getString(column));
            }
            String table = rows.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
            if (table.startsWith("connreg_") && !table.equals("connreg_schema_lock")) {
                into.add(line.toString());
            }
        }
    }

    /** Returns when a query has this number for its answer, and fails if that takes too long. */
    static void await(String url, String query, int number) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            long begun = System.nanoTime();
            int found = -1;
            while (found != number) {
                if (System.nanoTime() - begun > LONGEST_WAIT) {
                    throw new AssertionError(found + " instead of " + number + " after a minute: " + query);
                }
                try (ResultSet rows = statement.executeQuery(query)) {
                    rows.next();
                    found = rows.getInt(1);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
