package io.connreg.jdbc;

import java.sql.SQLException;

/** The source handed out the connection of a transaction that the host has open. Never leaves this package. */
final class TransactionBoundException extends SQLException {
    private static final long serialVersionUID = 1L;

    TransactionBoundException() {
        super("in a transaction of the host");
    }
}
