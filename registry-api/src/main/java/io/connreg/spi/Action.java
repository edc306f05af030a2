package io.connreg.spi;

/** What a caller wants to do with a connection, as an {@link AccessPolicy} is asked. */
public enum Action {
    /** Store a new one in the workspace. */
    CREATE,
    /** See all but its secrets' values. A caller without this right is told that there is no such connection. */
    VIEW,
    /** Read its secrets. */
    OPEN,
    /**
     * Test whether it works, with its secrets but without reading them; of a workspace: test connections that are not
     * stored. What sends stored secrets elsewhere needs {@link #OPEN} as well.
     */
    VALIDATE,
    /** Change it. */
    UPDATE,
    /** Give it to another owner. */
    TRANSFER,
    DELETE
}
