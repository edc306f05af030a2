package io.connreg.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules D: a document is kept to the character. */
public interface DocumentRules extends StoreFixture {
    /** The most that a document may have, in bytes of UTF-8. */
    int LARGEST = 1024 * 1024;

    @Test
    @DisplayName("D1: quotes, backslashes, line ends, controls, emoji and what is not JSON at all are kept")
    default void hostileDocumentsAreKept(ConnectionStore store) {
        List<String> documents = List.of(
                "{\"b\":1,  \"a\":2,\"a\":3}\n",
                "  {} \t ",
                "'; DROP TABLE connections; --",
                "\\ \\\\ \\n \\u0000 \\' \" '' `",
                "one\ntwo\r\nthree\rfour\u0085five\u2028six",
                "\u0001\u0008\u001a\u001b\u007f",
                "\ufeffmark \ufffd \uffff",
                "\ud83d\ude00 zo\u00e9 zoe\u0301 \u5b57 \ud840\udc0b",
                "? ?1 :name ${x} #{x} %s {0}");
        SampleRow row = SampleRow.of("one");
        StoreState.fill(store, row);
        for (String document : documents) {
            row = row.next().document(document);
            assertEquals(WriteOutcome.DONE, store.replace(row.write()));
            StoreState.assertHolds(store, row);
        }
    }

    @Test
    @DisplayName("D2: a document of 1 MiB is kept, whether its characters have one byte or four")
    default void theLargestDocumentIsKept(ConnectionStore store) {
        SampleRow ascii = SampleRow.of("one").document("x".repeat(LARGEST));
        SampleRow emoji = SampleRow.of("two").document("\ud83d\ude00".repeat(LARGEST / 4));
        assertEquals(LARGEST, emoji.stored().document().getBytes(UTF_8).length);
        StoreState.fill(store, ascii, emoji);
        StoreState.assertHolds(store, ascii, emoji);
        SampleRow small = ascii.next().document("{}");
        assertEquals(WriteOutcome.DONE, store.replace(small.write()));
        StoreState.assertHolds(store, small, emoji);
    }
}
