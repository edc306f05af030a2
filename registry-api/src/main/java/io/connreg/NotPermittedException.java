package io.connreg;

/** The caller sees the connection or the workspace, but has not the right to do this there. Code {@code NOT_PERMITTED}. */
public final class NotPermittedException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public NotPermittedException(String message) {
        super("NOT_PERMITTED", message);
    }
}
