package io.connreg.core;

/**
 * Which master key.
 *
 * @param kind how it works: {@code local} or {@code aead}
 * @param label its name, if its kind has names; otherwise empty
 * @param check tells it from others without showing it, if its kind can; otherwise empty
 */
record MasterId(String kind, String label, String check) {

    static MasterId local(String check) {
        return new MasterId("local", "", check);
    }

    static MasterId aead(String label) {
        return new MasterId("aead", label, "");
    }

    /** For messages. */
    @Override
    public String toString() {
        return check.isEmpty() ? kind + " '" + label + "'" : kind + " with check " + check;
    }
}
