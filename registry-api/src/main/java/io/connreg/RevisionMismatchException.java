package io.connreg;

/**
 * The connection is not at the revision that the request expected: somebody changed it in between. Read it again and
 * decide anew. Code {@code REVISION_MISMATCH}.
 */
public final class RevisionMismatchException extends RegistryException {
    private static final long serialVersionUID = 1L;

    public RevisionMismatchException(String message) {
        super("REVISION_MISMATCH", message);
    }
}
