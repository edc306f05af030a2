package io.connreg.core;

import java.text.Normalizer;
import java.util.Locale;

/** How names are kept and looked for. */
final class Names {
    private Names() {}

    /** What is longer has more than a name's characters in its form, too; it takes time by the square of its length. */
    private static final int LONGEST = 2 * 4 * Limits.NAME;

    /** The form a name is stored and compared in; text that is too long for a name stays as it is. */
    static String normalize(String name) {
        return name.length() > LONGEST ? name : Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** The form in which a part of a name is looked for: upper and lower case are one. */
    static String fold(String name) {
        return normalize(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
