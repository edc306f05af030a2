package io.connreg;

/**
 * What the registry throws: a closed family, unchecked. The message says what was attempted, on which connection, and
 * what to do; no value of a secret and no text of a driver is in it, nor in a cause or a suppressed exception.
 */
public abstract sealed class RegistryException extends RuntimeException
        permits InvalidRequestException,
                NotPermittedException,
                ConnectionNotFoundException,
                NameTakenException,
                RevisionMismatchException,
                SecretUnreadableException,
                UnreadableConnectionException,
                KeyUnavailableException,
                KeyInUseException,
                StorageException,
                RegistrySetupException {
    private static final long serialVersionUID = 1L;

    private final String code;

    RegistryException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Which failure this is, in capitals, as {@code NAME_TAKEN}; stable over versions. */
    public final String code() {
        return code;
    }
}
