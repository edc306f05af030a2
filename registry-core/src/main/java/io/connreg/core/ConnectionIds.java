package io.connreg.core;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/** Ids of connections: {@code conn-} and 18 lower-case letters and digits, the vendor's form, 93 random bits. */
final class ConnectionIds {
    private static final String PREFIX = "conn-";
    private static final int LENGTH = 18;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[a-z0-9]{" + LENGTH + "}");

    private final SecureRandom random = new SecureRandom();

    String next() {
        StringBuilder id = new StringBuilder(PREFIX);
        random.ints(LENGTH, 0, ALPHABET.length()).forEach(index -> id.append(ALPHABET.charAt(index)));
        return id.toString();
    }

    static boolean isWellFormed(String id) {
        return FORM.matcher(id).matches();
    }
}
