package io.connreg.jdbc;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The bytes that compared text is kept as: equal for equal characters only, ordered by code point. */
final class Utf8 {
    /** Equals nothing stored, and sorts behind all of it: no UTF-8 has this byte. */
    private static final byte[] NOTHING = {(byte) 0xFF};

    private Utf8() {}

    /** What to look for; text that has no UTF-8 form, with a surrogate alone, is in no database. */
    static byte[] sought(String text) {
        byte[] bytes = encode(text);
        return bytes == null ? NOTHING : bytes;
    }

    /** What to store. */
    static byte[] stored(String text) {
        byte[] bytes = encode(text);
        if (bytes == null) {
            throw new IllegalArgumentException("text to be stored has a surrogate without its other half");
        }
        return bytes;
    }

    static byte[] behindAll() {
        return NOTHING.clone();
    }

    static byte @Nullable [] storedOrNull(@Nullable String text) {
        return text == null ? null : stored(text);
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static @Nullable String textOrNull(byte @Nullable [] bytes) {
        return bytes == null ? null : text(bytes);
    }

    /** Null if it has none: {@code getBytes} folds an unpaired surrogate to a question mark. */
    private static byte @Nullable [] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return text(bytes).equals(text) ? bytes : null;
    }
}
