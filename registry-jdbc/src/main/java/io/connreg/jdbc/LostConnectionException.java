package io.connreg.jdbc;

import org.jdbi.v3.core.JdbiException;

/**
 * The connection went while it was used: if it was for a write, nobody knows yet whether that happened. Never leaves this
 * package.
 */
final class LostConnectionException extends JdbiException {
    private static final long serialVersionUID = 1L;

    LostConnectionException(JdbiException cause) {
        super(cause);
    }

    /** What is found now does not tell whether it happened. */
    LostConnectionException() {
        super("unknown");
    }
}
