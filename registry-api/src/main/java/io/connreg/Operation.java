package io.connreg;

/** What was asked of a registry: each method of {@link Connections} and of {@link Keys} is one of these. */
public enum Operation {
    CREATE,
    /** By id or by name. */
    GET,
    /** The one that hands secrets out. */
    OPEN,
    /** One page; a stream is as many as were read. */
    LIST,
    UPDATE,
    DELETE,
    /** Of a stored connection, of an update, or of one that is not stored. */
    VALIDATE,
    KEYS_STATUS,
    KEYS_ROTATE,
    KEYS_RESEAL,
    KEYS_RETIRE,
    KEYS_DESTROY,
    KEYS_VERIFY,
    ADD_MASTER_KEY,
    REMOVE_MASTER_KEY
}
