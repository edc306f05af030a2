package io.connreg.core;

import io.connreg.spi.ConnectionWrite;
import java.nio.charset.StandardCharsets;

/** Whether a connection fits into a store as a whole, though each of its parts may be within its limit. */
final class DocumentSize {
    private DocumentSize() {}

    static void check(ConnectionWrite write, String attempt) {
        String document = write.row().document();
        if (document.length() > Limits.DOCUMENT_BYTES / 3
                && document.getBytes(StandardCharsets.UTF_8).length > Limits.DOCUMENT_BYTES) {
            Problems problems = new Problems();
            problems.tooLarge("connection", Limits.DOCUMENT_BYTES, "bytes as it is stored, all parts together");
            problems.throwIfAny(attempt);
        }
    }
}
