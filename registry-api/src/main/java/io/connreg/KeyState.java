package io.connreg;

/** Where a data key is in its life. It moves along these in their order; a late secret alone takes it a step back. */
public enum KeyState {
    /** Made and stored, so that every process can have it; nothing is sealed with it yet. */
    STAGED,
    /** New secrets are sealed with it; one key has this state. */
    PRIMARY,
    /** Another key took its place. What is sealed with it still opens and waits to be resealed. */
    RETIRING,
    /** Nothing hung on it when it was retired. It still opens what comes in late, and waits out its grace. */
    DISABLED,
    /** Gone for good: nothing opens that is sealed with it. Its id stays, so that errors can say so. */
    DESTROYED
}
