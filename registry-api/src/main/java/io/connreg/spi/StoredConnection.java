package io.connreg.spi;

/**
 * A connection as a store keeps it.
 *
 * @param head what the store may look at
 * @param document JSON text that the store keeps to the character and never reads: no NUL, no unpaired surrogate, at
 *     most 1 MiB in UTF-8
 */
public record StoredConnection(ConnectionHead head, String document) {

    /** The head and the document's length: sealed secrets are not for logs. */
    @Override
    public String toString() {
        return "StoredConnection(" + head + ", document of " + document.length() + " characters)";
    }
}
