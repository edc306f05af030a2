package io.connreg.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.connreg.spi.ConnectionHead;
import java.util.Arrays;
import java.util.Comparator;

/** The order of lists and scans. */
final class ListOrder {
    /** By code point, which is the order of the UTF-8 bytes; {@link String#compareTo} has another. */
    static final Comparator<String> ID = (a, b) -> Arrays.compareUnsigned(a.getBytes(UTF_8), b.getBytes(UTF_8));

    private static final Comparator<ConnectionHead> OLDEST_FIRST =
            Comparator.comparingLong(ConnectionHead::createdMicros).thenComparing(ConnectionHead::id, ID);

    private ListOrder() {}

    static Comparator<ConnectionHead> of(boolean oldestFirst) {
        return oldestFirst ? OLDEST_FIRST : OLDEST_FIRST.reversed();
    }
}
