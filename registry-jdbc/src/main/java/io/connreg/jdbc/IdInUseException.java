package io.connreg.jdbc;

import org.jdbi.v3.core.JdbiException;

/** Another row has the id that a new one was to have. Never leaves this package. */
final class IdInUseException extends JdbiException {
    private static final long serialVersionUID = 1L;

    IdInUseException() {
        super("the id is in use");
    }
}
