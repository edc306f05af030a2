package io.connreg;

/**
 * The registry cannot be opened as it was asked to be: the URL, the class path or the master key is not right.
 * Code {@code SETUP}.
 */
public final class RegistrySetupException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public RegistrySetupException(String message) {
        super("SETUP", message);
    }
}
