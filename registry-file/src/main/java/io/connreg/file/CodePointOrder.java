package io.connreg.file;

import java.util.Comparator;

/** The order that the storage contract asks for. */
final class CodePointOrder {
    static final Comparator<Entry> IDS = (a, b) -> compare(a.id(), b.id());

    static final Comparator<Entry> CREATION =
            Comparator.comparingLong(Entry::created).thenComparing(IDS);

    private CodePointOrder() {}

    /** {@link String#compareTo} compares chars, and so has U+FF5E behind all supplementary characters. */
    private static int compare(String a, String b) {
        int shared = Math.min(a.length(), b.length());
        for (int i = 0; i < shared; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean supplementary = Character.isSurrogate(x);
                return supplementary == Character.isSurrogate(y)
                        ? Character.compare(x, y)
                        : Boolean.compare(supplementary, !supplementary);
            }
        }
        return Integer.compare(a.length(), b.length());
    }
}
