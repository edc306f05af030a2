package io.connreg;

/** Another connection of the workspace has this name already. Code {@code NAME_TAKEN}. */
public final class NameTakenException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public NameTakenException(String message) {
        super("NAME_TAKEN", message);
    }
}
