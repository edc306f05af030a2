package io.connreg.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections of a source, in auto-commit while they are out and given back as they came. JDBI takes a connection
 * without auto-commit for one in an open transaction, and then neither begins nor commits one.
 */
final class LentConnections implements ConnectionFactory {
    private final DataSource source;
    private final Set<Connection> cameWithoutAutoCommit =
            Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

    LentConnections(DataSource source) {
        this.source = source;
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = source.getConnection();
        try {
            if (!connection.getAutoCommit()) {
                connection.setAutoCommit(true);
                cameWithoutAutoCommit.add(connection);
            }
            return connection;
        } catch (SQLException e) {
            closeConnection(connection);
            throw e;
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try (connection) {
            if (cameWithoutAutoCommit.remove(connection)) {
                connection.setAutoCommit(false);
            }
        }
    }
}
