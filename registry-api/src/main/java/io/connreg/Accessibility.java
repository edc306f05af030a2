package io.connreg;

/** Who may see a connection. The constants' names are the wire and the stored spelling. */
public enum Accessibility {
    /** Its creator and the workspace's administrators. */
    PRIVATE,
    /** Every member of the workspace. */
    PUBLIC;

    /**
     * Reads a stored spelling. Whatever is not {@code PUBLIC} reads as {@link #PRIVATE}, so that a row written by a
     * newer version or edited by hand is never shown to more people than it should be.
     */
    public static Accessibility ofStored(String text) {
        return text.equals("PUBLIC") ? PUBLIC : PRIVATE;
    }
}
