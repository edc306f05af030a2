package io.connreg;

/**
 * The data keys cannot be had, so secrets can neither be read nor written; views and lists go on. Nothing was changed.
 * Code {@code KEY_UNAVAILABLE}.
 */
public final class KeyUnavailableException extends RegistryException {
    private static final long serialVersionUID = 1L;

    /** What keeps the keys away. */
    public enum Reason {
        /** No master key was given, or its file or environment variable is not there. */
        MASTER_KEY_MISSING,
        /** What was given as the master key has not a master key's form. */
        MASTER_KEY_MALFORMED,
        /** The master key is a good one, but not one that this store's keys are wrapped with. */
        WRONG_MASTER_KEY,
        /** The master key opened this store's keys before, and was removed from them since. */
        MASTER_KEY_REMOVED,
        /** The master key's service does not answer, or not as it should. */
        UNREACHABLE,
        /** The store holds sealed secrets but no keys: they were lost, or rows were put back without them. */
        KEYS_LOST,
        /** The stored keys are damaged. */
        CORRUPT,
        /** The stored keys do not open with the right master key. */
        CORRUPT_OR_TAMPERED,
        /** An older state of the stored keys was put back while this process was running. */
        ROLLED_BACK,
        /** The keys were written by a newer version of this library. */
        NEWER_FORMAT
    }

    private final Reason reason;

    public KeyUnavailableException(Reason reason, String message) {
        super("KEY_UNAVAILABLE", message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
