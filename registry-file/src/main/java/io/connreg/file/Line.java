package io.connreg.file;

import io.connreg.spi.ConnectionHead;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.KeySlot;

/** What a line says. */
sealed interface Line {

    /** The first line of a file. */
    record Header(int format, FileName.Kind kind, long number, String store) implements Line {}

    /** All before it was synced when it was written; it stands {@code at} this offset. */
    record Mark(long at) implements Line {}

    /** As a mark, and the last line of a finished segment or of one that was closed. */
    record End(long at) implements Line {}

    /** The last line of a snapshot: all connections are here. */
    record Whole(long at, long connections) implements Line {}

    /**
     * A connection, as it is from here on.
     *
     * @param documentAt where in the line its document begins
     */
    record Put(ConnectionHead head, IndexTerms terms, int documentAt) implements Line {}

    /** A connection is gone. */
    record Delete(String id, long rowVersion) implements Line {}

    /** The key slot, as it is from here on. */
    record Slot(KeySlot slot) implements Line {}
}
