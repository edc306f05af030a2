package io.connreg.benchmarks;

import io.connreg.KeyId;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Brings connections from one key to another by hand, in batches as the registry's, with the documents that they have. */
final class PlainReseal implements AutoCloseable {
    private static final int BATCH = 32;
    private static final String NEXT = "select c.id, c.row_version, c.document from (select connection_id"
            + " from connreg_key where key_id = ? and connection_id > ? order by key_id, connection_id"
            + " fetch first " + BATCH
            + " rows only) k join connreg_connection c on c.id = k.connection_id order by c.id";
    private static final String DOCUMENT =
            "update connreg_connection set document = ?, row_version = ? where id = ? and row_version = ?";
    private static final String KEY = "update connreg_key set key_id = ? where connection_id = ? and key_id = ?";

    private final Storage storage;
    private final KeyId from;
    private final KeyId to;
    private final Connection connection;
    private byte[] after;

    /** @param behind how many connections are left as they are */
    PlainReseal(Storage storage, KeyId from, KeyId to, int behind) throws SQLException {
        this.storage = storage;
        this.from = from;
        this.to = to;
        connection = storage.plain().getConnection();
        try (PreparedStatement middle = connection.prepareStatement(
                "select id from connreg_connection order by id offset ? rows fetch first 1 rows only")) {
            middle.setInt(1, behind);
            try (ResultSet row = middle.executeQuery()) {
                row.next();
                after = row.getBytes(1);
            }
        }
        connection.setAutoCommit(false);
    }

    private record Row(String id, long version, String document) {}

    /** Changes so many, or a batch more, and says how many. */
    long change(long rows) throws SQLException {
        long changed = 0;
        try (PreparedStatement next = connection.prepareStatement(NEXT);
                PreparedStatement document = connection.prepareStatement(DOCUMENT);
                PreparedStatement key = connection.prepareStatement(KEY);
                Statement checkpoint = connection.createStatement()) {
            while (changed < rows) {
                for (Row row : batch(next)) {
                    document.setString(1, row.document());
                    document.setLong(2, row.version() + 1);
                    document.setBytes(3, row.id().getBytes(StandardCharsets.UTF_8));
                    document.setLong(4, row.version());
                    document.addBatch();
                    key.setInt(1, to.value());
                    key.setBytes(2, row.id().getBytes(StandardCharsets.UTF_8));
                    key.setInt(3, from.value());
                    key.addBatch();
                    after = row.id().getBytes(StandardCharsets.UTF_8);
                }
                changed += document.executeBatch().length;
                key.executeBatch();
                connection.commit();
                if (storage.kind() == Storage.Kind.H2) {
                    checkpoint.execute("checkpoint");
                }
            }
        }
        return changed;
    }

    private List<Row> batch(PreparedStatement next) throws SQLException {
        next.setInt(1, from.value());
        next.setBytes(2, after);
        List<Row> batch = new ArrayList<>();
        try (ResultSet rows = next.executeQuery()) {
            while (rows.next()) {
                batch.add(new Row(
                        new String(rows.getBytes(1), StandardCharsets.UTF_8), rows.getLong(2), rows.getString(3)));
            }
        }
        if (batch.isEmpty()) {
            throw new IllegalStateException("nothing is left to be changed");
        }
        return batch;
    }

    @Override
    public void close() throws SQLException {
        connection.setAutoCommit(true);
        connection.close();
    }
}
