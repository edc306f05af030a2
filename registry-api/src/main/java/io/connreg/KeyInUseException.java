package io.connreg;

import java.util.List;

/**
 * A key is still needed, or may be, so that what was asked for would lose something. Nothing was lost; the message says
 * what to do first. Code {@code KEY_IN_USE}.
 */
public final class KeyInUseException extends RegistryException {
    private static final long serialVersionUID = 1L;

    private final String[] connections;

    /** @param connections ids of some connections whose secrets are sealed with the key; empty if it is not for these */
    public KeyInUseException(String message, List<String> connections) {
        super("KEY_IN_USE", message);
        this.connections = connections.toArray(new String[0]);
    }

    /** Ids of some connections whose secrets are sealed with the key; empty if it is not for these. */
    public List<String> connections() {
        return List.of(connections);
    }
}
