package io.connreg;

/**
 * A connection is stored in a form that this version of the library cannot read as it was meant: it can neither be
 * opened nor updated. It is still listed and got, with as much as is understood, and can be deleted. Nothing was changed;
 * trying again does not help. Code {@code CONNECTION_UNREADABLE}.
 */
public final class UnreadableConnectionException extends RegistryException {
    private static final long serialVersionUID = 1L;

    /** Why the connection cannot be read. */
    public enum Reason {
        /** It was written by a newer version of this library. */
        NEWER_FORMAT,
        /** Its stored form is damaged. */
        DAMAGED
    }

    private final Reason reason;

    public UnreadableConnectionException(Reason reason, String message) {
        super("CONNECTION_UNREADABLE", message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
