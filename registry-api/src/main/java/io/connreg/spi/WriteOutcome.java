package io.connreg.spi;

/** How a write ended. Anything but {@link #DONE} has changed nothing. */
public enum WriteOutcome {
    DONE,
    /** Another connection of the workspace has this name. */
    NAME_TAKEN,
    /** The row is not at the row version that was to be replaced or deleted. */
    REVISION_MISMATCH,
    /** There is no such row. */
    MISSING,
    /** The slot is not at the version that the write, or the slot's replacement, was made for. */
    SLOT_CHANGED
}
