package io.connreg.jdbc;

import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.StoredConnection;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A row of {@code connreg_connection c} as it is read. */
final class ConnectionRow {
    static final String COLUMNS = "c.id, c.workspace_id, c.name, c.type, c.accessibility, c.creator,"
            + " c.created_micros, c.modified_micros, c.revision, c.row_version, c.document";

    private ConnectionRow() {}

    static StoredConnection read(ResultSet row) throws SQLException {
        ConnectionHead head = new ConnectionHead(
                text(row, 1),
                text(row, 2),
                text(row, 3),
                new ConnectionType(text(row, 4)),
                Accessibility.ofStored(text(row, 5)),
                text(row, 6),
                row.getLong(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10));
        return new StoredConnection(head, row.getString(11));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Utf8.text(row.getBytes(column));
    }
}
