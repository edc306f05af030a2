package io.connreg.jdbc;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;

/** What is in the tables, as text. */
final class Contents {
    static final String NONE = "[][][]";

    private static final List<String> ROW = List.of(
            "select row_version from connreg_connection where id = ?",
            "select secrets from connreg_key where connection_id = ?",
            "select model from connreg_model where connection_id = ?");

    private Contents() {}

    /** A row of this version whole. */
    static String row(long version) {
        return "[" + version + "][" + version + "][m" + version + "]";
    }

    static Function<String, String> ofRows(String... ids) {
        return url -> {
            try (Connection connection = DriverManager.getConnection(url)) {
                StringBuilder contents = new StringBuilder();
                for (String id : ids) {
                    for (String query : ROW) {
                        contents.append(texts(connection, query, id));
                    }
                }
                return contents.toString();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    /** All rows by id, and what belongs to no row. */
    static Map<String, String> ofAll(String url) {
        List<Map<String, String>> parts = List.of(
                column(url, "select id, row_version from connreg_connection"),
                column(url, "select connection_id, secrets from connreg_key"),
                column(url, "select connection_id, model from connreg_model"));
        Map<String, String> all = new HashMap<>();
        parts.forEach(part -> part.keySet()
                .forEach(id -> all.put(
                        id,
                        parts.stream()
                                .map(each -> "[" + each.getOrDefault(id, "") + "]")
                                .collect(joining()))));
        return all;
    }

    private static Map<String, String> column(String url, String query) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement statement = connection.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            Map<String, String> values = new HashMap<>();
            while (rows.next()) {
                values.merge(Utf8.text(rows.getBytes(1)), text(rows.getObject(2)), (one, other) -> one + "," + other);
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object value) {
        return value instanceof byte[] bytes ? Utf8.text(bytes) : value.toString();
    }

    static String ofSlot(String url) {
        return String.join(",", Sessions.texts(url, "select content from connreg_slot"));
    }

    private static String texts(Connection connection, String query, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setBytes(1, Utf8.stored(id));
            StringJoiner texts = new StringJoiner(",", "[", "]");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(text(rows.getObject(1)));
                }
            }
            return texts.toString();
        }
    }
}
