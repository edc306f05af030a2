package io.connreg.spi;

/**
 * A connection to be inserted or put in the place of an older state of itself.
 *
 * @param row what to keep. A row version of 1 is an insert; a higher one replaces the row that has one less, and no
 *     other
 * @param terms what to find it by
 * @param guard which slot must still be there
 */
public record ConnectionWrite(StoredConnection row, IndexTerms terms, SlotGuard guard) {
    public ConnectionHead head() {
        return row.head();
    }
}
