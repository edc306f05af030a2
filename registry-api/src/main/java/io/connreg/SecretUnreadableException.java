package io.connreg;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Secrets of a connection are stored but cannot be read. The connection's view, its other secrets and its other fields
 * are not touched by that; set or clear the named secrets to repair it. Code {@code SECRET_UNREADABLE}.
 */
public final class SecretUnreadableException extends RegistryException {
    private static final long serialVersionUID = 1L;

    /** Why a secret cannot be read. */
    public enum Reason {
        /** It was sealed with a key that this registry does not have. */
        KEY_MISSING,
        /** It was sealed with a key that was destroyed. */
        KEY_DESTROYED,
        /** It, or something it is bound to, as the host it may go to, was changed behind the registry's back. */
        TAMPERED,
        /** Its stored form is damaged. */
        CORRUPT
    }

    private final TreeMap<String, Reason> reasons; // this type, so that it is serialized with the exception

    /**
     * @param attempt what was asked for and on which connection
     * @param reasons why, by the secret's name; at least one
     */
    public SecretUnreadableException(String attempt, Map<String, Reason> reasons) {
        super(
                "SECRET_UNREADABLE",
                "cannot " + attempt + ": these secrets cannot be read: " + new TreeMap<>(reasons)
                        + "; set or clear them in an update to repair the connection");
        this.reasons = new TreeMap<>(reasons);
    }

    /** The secrets that cannot be read, by name; not changeable. */
    public SortedMap<String, Reason> reasons() {
        return Collections.unmodifiableSortedMap(reasons);
    }
}
