package io.connreg;

/**
 * The store failed. Unless the message says otherwise nothing was written; after a lost connection, read again to know.
 * Code {@code STORAGE}.
 */
public final class StorageException extends RegistryException {
    private static final long serialVersionUID = 1L;

    /** For a storage plug-in: {@code message} must hold no text of a driver and no value. */
    public StorageException(String message) {
        super("STORAGE", message);
    }
}
