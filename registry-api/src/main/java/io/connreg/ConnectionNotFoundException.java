package io.connreg;

/**
 * There is no such connection, or the caller may not know of it: the two are never told apart. Code {@code NOT_FOUND}.
 */
public final class ConnectionNotFoundException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public ConnectionNotFoundException(String message) {
        super("NOT_FOUND", message);
    }
}
