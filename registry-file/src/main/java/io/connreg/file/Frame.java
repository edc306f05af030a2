package io.connreg.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * How a line is closed: its last field is its checksum, CRC32C over all its bytes before that field. It does not depend
 * on the line's place, so that a line may be copied.
 */
final class Frame {
    private static final byte[] FIELD = ",\"crc\":\"".getBytes(US_ASCII);
    private static final int DIGITS = 8;
    /** How many bytes the last field and the closing bracket have. */
    static final int TAIL = FIELD.length + DIGITS + 2;

    private static final byte[] HEX = "0123456789abcdef".getBytes(US_ASCII);

    private Frame() {}

    /** A whole line, its end too, of an object that lacks its closing bracket. */
    static byte[] close(byte[] object, int length) {
        byte[] line = Arrays.copyOf(object, length + TAIL + 1);
        System.arraycopy(tail(object, 0, length), 0, line, length, TAIL);
        line[line.length - 1] = '\n';
        return line;
    }

    /** Whether these bytes, without the line's end, are as they were written. */
    static boolean isWhole(byte[] bytes, int from, int to) {
        int tail = to - TAIL;
        return tail > from
                && Arrays.equals(bytes, tail, tail + FIELD.length, FIELD, 0, FIELD.length)
                && Arrays.equals(bytes, tail, to, tail(bytes, from, tail - from), 0, TAIL);
    }

    private static byte[] tail(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        byte[] tail = Arrays.copyOf(FIELD, TAIL);
        long value = crc.getValue();
        for (int i = 0; i < DIGITS; i++) {
            tail[FIELD.length + i] = HEX[(int) (value >>> (28 - 4 * i)) & 0xF];
        }
        tail[TAIL - 2] = '"';
        tail[TAIL - 1] = '}';
        return tail;
    }
}
