package io.connreg.core;

import io.connreg.RevisionMismatchException;
import io.connreg.spi.ConnectionHead;
import java.util.OptionalLong;

/** The revision that a caller expects. */
final class Revisions {
    private Revisions() {}

    static void check(OptionalLong expected, ConnectionHead head, String attempt) {
        if (expected.isPresent() && expected.getAsLong() != head.revision()) {
            throw new RevisionMismatchException("cannot " + attempt + ": it is at revision " + head.revision()
                    + ", expected was " + expected.getAsLong() + "; read it again and decide anew");
        }
    }
}
