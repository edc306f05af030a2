package io.connreg;

/**
 * Which master key.
 *
 * @param kind how it works: {@code local} or {@code aead}
 * @param label its name, if its kind has names; otherwise empty
 * @param check tells it from others without showing it, if its kind can; otherwise empty
 */
public record MasterKeyId(String kind, String label, String check) {

    /** For messages. */
    @Override
    public String toString() {
        return check.isEmpty() ? kind + " '" + label + "'" : kind + " with check " + check;
    }
}
