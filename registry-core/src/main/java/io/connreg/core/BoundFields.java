package io.connreg.core;

import io.connreg.spi.CodePointOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The byte form of what a ciphertext is bound to: a label, {@code 00 01}, and fields of tag, length and value, so that
 * no two different lists of fields have the same bytes. See {@code docs/formats.md}.
 */
final class BoundFields {
    /** Of the keys' UTF-8 bytes, unsigned; UTF-16 order differs beyond the basic plane. */
    private static final Comparator<Map.Entry<String, String>> BY_KEY =
            Map.Entry.comparingByKey(CodePointOrder::compare);

    /** Written by hand into one array: each opened secret makes these bytes. */
    private byte[] bytes = new byte[512];

    private int length;

    /** Fields without a label, to be joined with others. */
    BoundFields() {}

    BoundFields(String label) {
        append(utf8(label));
        append(0);
        append(1);
    }

    BoundFields text(int tag, String value) {
        return field(tag, utf8(value));
    }

    BoundFields number(int tag, long value) {
        append(tag);
        appendInt(Long.BYTES);
        appendInt((int) (value >>> Integer.SIZE));
        appendInt((int) value);
        return this;
    }

    BoundFields map(int tag, Map<String, String> entries) {
        List<Map.Entry<String, String>> sorted = new ArrayList<>(entries.entrySet());
        sorted.sort(BY_KEY);
        append(tag);
        int place = length;
        appendInt(0);
        appendInt(sorted.size());
        for (Map.Entry<String, String> entry : sorted) {
            appendSized(utf8(entry.getKey()));
            appendSized(utf8(entry.getValue()));
        }
        putInt(place, length - place - Integer.BYTES);
        return this;
    }

    BoundFields field(int tag, byte[] value) {
        append(tag);
        appendSized(value);
        return this;
    }

    /** Ready made, as {@link #toBytes} gives them. */
    BoundFields fields(byte[] made) {
        append(made);
        return this;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void appendSized(byte[] value) {
        appendInt(value.length);
        append(value);
    }

    private void append(byte[] value) {
        makeRoom(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void append(int value) {
        makeRoom(1);
        bytes[length++] = (byte) value;
    }

    private void appendInt(int value) {
        makeRoom(Integer.BYTES);
        putInt(length, value);
        length += Integer.BYTES;
    }

    private void putInt(int place, int value) {
        for (int i = 0; i < Integer.BYTES; i++) {
            bytes[place + i] = (byte) (value >>> (Integer.SIZE - Byte.SIZE * (i + 1)));
        }
    }

    private void makeRoom(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
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
