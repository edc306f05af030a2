package io.connreg.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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

    static String ofSlot(String url) {
        return String.join(",", Sessions.texts(url, "select content from connreg_slot"));
    }

    private static String texts(Connection connection, String query, String id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setBytes(1, Utf8.stored(id));
            StringJoiner texts = new StringJoiner(",", "[", "]");
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Object value = rows.getObject(1);
                    texts.add(value instanceof byte[] bytes ? Utf8.text(bytes) : value.toString());
                }
            }
            return texts.toString();
        }
    }
}
