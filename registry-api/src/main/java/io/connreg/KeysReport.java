package io.connreg;

import java.util.List;

/**
 * How far {@link Keys#reseal} or {@link Keys#verify} has come, in connections. Immutable.
 *
 * @param done resealed, or found to open
 * @param already had nothing to do by the time it was their turn: no secret, or one that others had resealed
 * @param changedMeanwhile how often another write came between; those connections were looked at again
 * @param unreadable do not open whole; nothing was changed in what does not open
 * @param listed the first {@value #MOST_LISTED} of the unreadable ones
 */
public record KeysReport(
        long done, long already, long changedMeanwhile, long unreadable, List<UnreadableConnection> listed) {

    /** How many unreadable connections a report lists. */
    public static final int MOST_LISTED = 1_000;

    public KeysReport {
        listed = List.copyOf(listed);
    }

    /** The counts, in one line. */
    @Override
    public String toString() {
        return "done " + done + ", already " + already + ", changed meanwhile " + changedMeanwhile + ", unreadable "
                + unreadable;
    }
}
