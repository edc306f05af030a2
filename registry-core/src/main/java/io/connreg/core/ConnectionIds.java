package io.connreg.core;

import java.security.SecureRandom;

/** Ids of connections: {@code conn-} and 18 lower-case letters and digits, the vendor's form, 93 random bits. */
final class ConnectionIds {
    private static final String PREFIX = "conn-";
    private static final int LENGTH = 18;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    String next() {
        StringBuilder id = new StringBuilder(PREFIX);
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> id.append(ALPHABET.charAt(index)));
        return id.toString();
    }

    static boolean isWellFormed(String id) {
        if (id.length() != PREFIX.length() + LENGTH || !id.startsWith(PREFIX)) {
            return false;
        }
        for (int i = PREFIX.length(); i < id.length(); i++) {
            if (!isOfAlphabet(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** By comparison, since it is asked for each read from memory. */
    private static boolean isOfAlphabet(char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }
}
