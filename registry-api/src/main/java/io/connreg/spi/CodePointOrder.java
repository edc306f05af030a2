package io.connreg.spi;

/** The order of ids that pages and scans have on every store: by code point, which is that of their UTF-8 bytes. */
public final class CodePointOrder {
    private CodePointOrder() {}

    /**
     * Compares as {@link java.util.Comparator#compare} does. {@link String#compareTo} compares chars, and so has U+FF5E
     * behind all supplementary characters. An unpaired surrogate, which no stored id has, is compared as one of a pair.
     */
    public static int compare(String a, String b) {
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
