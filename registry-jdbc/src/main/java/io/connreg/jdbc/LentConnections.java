package io.connreg.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections of a source, in auto-commit and READ COMMITTED while they are out and given back as they came. JDBI takes
 * a connection without auto-commit for one in an open transaction, and then neither begins nor commits one.
 */
final class LentConnections implements ConnectionFactory {
    private static final int READ_COMMITTED = Connection.TRANSACTION_READ_COMMITTED;

    private final Lender lender;
    private final boolean usuallyAutoCommit;
    private final int usualIsolation;
    private final Set<Connection> cameWithoutAutoCommit = identitySet();
    private final Set<Connection> cameIsolated = identitySet();

    private LentConnections(Lender lender, boolean usuallyAutoCommit, int usualIsolation) {
        this.lender = lender;
        this.usuallyAutoCommit = usuallyAutoCommit;
        this.usualIsolation = usualIsolation;
    }

    /** Looks at one connection for what they are usually like: to ask each for its isolation would be a round trip. */
    static LentConnections of(Lender lender) {
        try (Connection connection = lender.source().getConnection()) {
            boolean autoCommit = connection.getAutoCommit();
            int isolation = connection.getTransactionIsolation();
            if (!autoCommit) {
                connection.rollback(); // of the question, which some drivers begin a transaction for
            }
            return new LentConnections(lender, autoCommit, isolation);
        } catch (SQLException e) {
            throw SqlFailures.setup("open", lender.shown(), e);
        }
    }

    private static Set<Connection> identitySet() {
        return Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    @Override
    public Connection openConnection() throws SQLException {
        Connection connection = lender.source().getConnection();
        try {
            if (!connection.getAutoCommit()) {
                if (usuallyAutoCommit) {
                    throw new TransactionBoundException();
                }
                connection.setAutoCommit(true);
                cameWithoutAutoCommit.add(connection);
            }
            if (usualIsolation != READ_COMMITTED) {
                connection.setTransactionIsolation(READ_COMMITTED);
                cameIsolated.add(connection);
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
            if (cameIsolated.remove(connection)) {
                connection.setTransactionIsolation(usualIsolation);
            }
            if (cameWithoutAutoCommit.remove(connection)) {
                connection.setAutoCommit(false);
            }
        }
    }
}
