package io.connreg.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
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
