package io.connreg.jdbc;

import org.jdbi.v3.core.JdbiException;

/** What was written is committed, but could not be made durable. Never leaves this package. */
final class NotFlushedException extends JdbiException {
    private static final long serialVersionUID = 1L;

    NotFlushedException(JdbiException cause) {
        super(cause);
    }
}
