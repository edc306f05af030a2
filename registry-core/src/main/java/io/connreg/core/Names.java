package io.connreg.core;

import java.text.Normalizer;
import java.util.Locale;

/** How names are kept and looked for. */
final class Names {
    private Names() {}

    /** The form a name is stored and compared in. */
    static String normalize(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    /** The form in which a part of a name is looked for: upper and lower case are one. */
    static String fold(String name) {
        return normalize(name).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
