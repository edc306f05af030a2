package io.connreg.core;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The byte form of what a ciphertext is bound to: a label, {@code 00 01}, and fields of tag, length and value, so that
 * no two different lists of fields have the same bytes. See {@code docs/formats.md}.
 */
final class BoundFields {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    BoundFields() {}

    BoundFields(String label) {
        bytes.writeBytes(utf8(label));
        bytes.writeBytes(new byte[] {0, 1});
    }

    BoundFields text(int tag, String value) {
        return field(tag, utf8(value));
    }

    BoundFields number(int tag, long value) {
        return field(tag, ByteBuffer.allocate(8).putLong(value).array());
    }

    /** Sorted by the keys' UTF-8 bytes, unsigned; UTF-16 order differs beyond the basic plane. */
    BoundFields map(int tag, Map<String, String> entries) {
        TreeMap<byte[], String> sorted = new TreeMap<>(Arrays::compareUnsigned);
        entries.forEach((key, value) -> sorted.put(utf8(key), value));
        BoundFields value = new BoundFields();
        value.length(sorted.size());
        sorted.forEach((key, text) -> value.sized(key).sized(utf8(text)));
        return field(tag, value.toBytes());
    }

    BoundFields field(int tag, byte[] value) {
        bytes.write(tag);
        return sized(value);
    }

    private BoundFields sized(byte[] value) {
        length(value.length);
        bytes.writeBytes(value);
        return this;
    }

    private void length(int length) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }

    /** Strict: {@code getBytes} folds an unpaired surrogate to a question mark. */
    private static byte[] utf8(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!new String(bytes, StandardCharsets.UTF_8).equals(text)) {
            throw new IllegalArgumentException("text with an unpaired surrogate cannot be bound");
        }
        return bytes;
    }
}
