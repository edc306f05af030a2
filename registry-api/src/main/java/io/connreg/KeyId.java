package io.connreg;

/**
 * The id of a data key, as it stands in front of each secret sealed with it.
 *
 * @param value the id's 32 bits; unsigned
 */
public record KeyId(int value) implements Comparable<KeyId> {

    /** By unsigned value. */
    @Override
    public int compareTo(KeyId other) {
        return Integer.compareUnsigned(value, other.value);
    }

    /** Eight hexadecimal digits. */
    @Override
    public String toString() {
        return String.format("%08x", value);
    }
}
