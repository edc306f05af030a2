package io.connreg.spi;

/** What a caller wants to do with a connection, as an {@link AccessPolicy} is asked. */
public enum Action {
    /** Store a new one in the workspace. */
    CREATE,
    /** See all but its secrets' values. A caller without this right is told that there is no such connection. */
    VIEW,
    /** Read its secrets. */
    OPEN,
    /** Change it. */
    UPDATE,
    /** Give it to another owner. */
    TRANSFER,
    DELETE
}
