package io.connreg.file;

import io.connreg.spi.ConnectionHead;
import io.connreg.spi.IndexTerms;

/** A connection as it is in memory: all but its document, which is read from its place. */
record Row(ConnectionHead head, IndexTerms terms, Place place) {
    Row movedTo(Place other) {
        return new Row(head, terms, other);
    }
}
