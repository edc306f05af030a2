package io.connreg.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name was meant by one that is not known. */
public final class NearestName {
    private static final int MOST_EDITS = 2;
    private static final int LONGEST = 64;

    private NearestName() {}

    /** The known name that is at most two edits away, upper and lower case alike; of several the nearest. */
    public static Optional<String> of(String text, Collection<String> known) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> edits(text, name) <= Math.min(MOST_EDITS, name.length() / 3))
                .min(Comparator.comparingInt((String name) -> edits(text, name)).thenComparing(name -> name));
    }

    /** How many characters must be put in, taken out or changed (Levenshtein). */
    private static int edits(String one, String other) {
        String a = one.toLowerCase(Locale.ROOT);
        String b = other.toLowerCase(Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
