package io.connreg.benchmarks;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.IndexTerms;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes by hand, into the registry's tables. */
final class PlainWrites {
    private static final String ROW = "insert into connreg_connection (id, workspace_id, name, folded_name, type,"
            + " accessibility, creator, created_micros, modified_micros, revision, row_version, document)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String KEY = "insert into connreg_key (connection_id, key_id, secrets) values (?, ?, ?)";
    private static final String MODEL =
            "insert into connreg_model (connection_id, model, model_type, tool_call) values (?, ?, ?, ?)";
    private static final String ROW_AND_KEY = "with stored as (" + ROW + " returning id)"
            + " insert into connreg_key (connection_id, key_id, secrets) select id, ?, ? from stored";

    private PlainWrites() {}

    /** All of them in one transaction, batched. */
    static void insertAll(Storage storage, Connection connection, List<ConnectionWrite> writes) throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(ROW);
                PreparedStatement key = connection.prepareStatement(KEY);
                PreparedStatement model = connection.prepareStatement(MODEL)) {
            for (ConnectionWrite write : writes) {
                bindRow(storage, row, write);
                row.addBatch();
                for (Map.Entry<KeyId, Integer> used :
                        write.terms().secretsByKey().entrySet()) {
                    bytes(key, 1, write.head().id());
                    bindKey(key, 2, used);
                    key.addBatch();
                }
                for (IndexTerms.Model offered : write.terms().models()) {
                    bytes(model, 1, write.head().id());
                    bytes(model, 2, offered.model());
                    bytes(model, 3, offered.modelType());
                    model.setBoolean(4, offered.toolCall());
                    model.addBatch();
                }
            }
            row.executeBatch();
            key.executeBatch();
            model.executeBatch();
        }
        connection.commit();
    }

    /** Two statements in a transaction: a row without models, whose secrets have one key. */
    static void insertInTransaction(Storage storage, Connection connection, ConnectionWrite write) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement(ROW);
                PreparedStatement key = connection.prepareStatement(KEY)) {
            bindRow(storage, row, write);
            row.executeUpdate();
            bytes(key, 1, write.head().id());
            bindKey(key, 2, onlyKey(write));
            key.executeUpdate();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** The same in one statement, as PostgreSQL can. */
    static void insertAtOnce(Storage storage, Connection connection, ConnectionWrite write) throws SQLException {
        try (PreparedStatement both = connection.prepareStatement(ROW_AND_KEY)) {
            bindRow(storage, both, write);
            bindKey(both, 13, onlyKey(write));
            both.executeUpdate();
        }
    }

    private static Map.Entry<KeyId, Integer> onlyKey(ConnectionWrite write) {
        return write.terms().secretsByKey().entrySet().iterator().next();
    }

    private static void bindRow(Storage storage, PreparedStatement row, ConnectionWrite write) throws SQLException {
        ConnectionHead head = write.head();
        bytes(row, 1, head.id());
        bytes(row, 2, head.workspaceId());
        bytes(row, 3, head.name());
        if (storage.kind() == Storage.Kind.H2) {
            row.setString(4, write.terms().foldedName());
        } else {
            bytes(row, 4, write.terms().foldedName());
        }
        bytes(row, 5, head.type().value());
        bytes(row, 6, head.accessibility().name());
        bytes(row, 7, head.creator());
        row.setLong(8, head.createdMicros());
        row.setLong(9, head.modifiedMicros());
        row.setLong(10, head.revision());
        row.setLong(11, head.rowVersion());
        row.setString(12, write.row().document());
    }

    private static void bindKey(PreparedStatement key, int at, Map.Entry<KeyId, Integer> used) throws SQLException {
        key.setInt(at, used.getKey().value());
        key.setInt(at + 1, used.getValue());
    }

    private static void bytes(PreparedStatement statement, int at, @Nullable String text) throws SQLException {
        if (text == null) {
            statement.setNull(at, Types.VARBINARY);
        } else {
            statement.setBytes(at, text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
