package io.connreg;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A secret value. It says nothing of itself: no text form, no length, no hash, no serial form; {@link #reveal()} is
 * the one door to it.
 *
 * <p>Any well-formed Unicode text is a secret, the empty one and one with NUL too. Thread-safe.
 */
public final class Secret {
    private static final int MOST_BYTES_PER_CHAR = 3;

    private final transient Object lock = new Object();
    private final transient byte[] utf8; // final, so that a thread that got this by a race sees the bytes as well
    private transient boolean wiped;

    /** Takes {@code utf8} over. */
    private Secret(byte[] utf8) {
        this.utf8 = utf8;
    }

    /**
     * Keeps a copy of {@code text}.
     *
     * @throws IllegalArgumentException if it holds an unpaired surrogate, which no byte form could give back
     */
    public static Secret of(String text) {
        return of(CharBuffer.wrap(text));
    }

    /** Keeps a copy of {@code text}, which the caller may wipe afterwards; otherwise as {@link #of(String)}. */
    public static Secret of(char[] text) {
        return of(CharBuffer.wrap(text));
    }

    /**
     * Keeps a copy of a text in UTF-8, which the caller may wipe afterwards.
     *
     * @throws IllegalArgumentException if it is not well-formed UTF-8
     */
    public static Secret ofUtf8(byte[] text) {
        byte[] copy = text.clone();
        char[] decoded = new char[copy.length];
        CoderResult result =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(copy), CharBuffer.wrap(decoded), true);
        Arrays.fill(decoded, '\0');
        if (result.isError()) {
            Arrays.fill(copy, (byte) 0);
            throw new IllegalArgumentException("a secret must be well-formed Unicode: this is not UTF-8");
        }
        return new Secret(copy);
    }

    private static Secret of(CharBuffer text) {
        byte[] encoded = new byte[text.remaining() * MOST_BYTES_PER_CHAR];
        try {
            ByteBuffer bytes = ByteBuffer.wrap(encoded);
            if (StandardCharsets.UTF_8.newEncoder().encode(text, bytes, true).isError()) {
                throw new IllegalArgumentException(
                        "a secret must be well-formed Unicode: it holds an unpaired surrogate");
            }
            return new Secret(Arrays.copyOf(encoded, bytes.position()));
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /**
     * The value in the clear. The returned string cannot be wiped: keep it no longer than needed.
     *
     * @throws IllegalStateException if the secret has been wiped
     */
    public String reveal() {
        synchronized (lock) {
            if (wiped) {
                throw new IllegalStateException("the secret has been wiped; open the connection again to read it");
            }
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }

    /** Overwrites the value; afterwards {@link #reveal()} throws. Doing it again changes nothing. */
    public void wipe() {
        synchronized (lock) {
            wiped = true;
            Arrays.fill(utf8, (byte) 0);
        }
    }

    /** Whether both hold the same value, compared in constant time. A wiped secret equals only itself. */
    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Secret that)) {
            return false;
        }
        byte[] theirs = that.copy();
        if (theirs == null) {
            return false;
        }
        try {
            synchronized (lock) {
                return !wiped && MessageDigest.isEqual(utf8, theirs);
            }
        } finally {
            Arrays.fill(theirs, (byte) 0);
        }
    }

    private byte @Nullable [] copy() {
        synchronized (lock) {
            return wiped ? null : utf8.clone();
        }
    }

    /** The same for all secrets. */
    @Override
    public int hashCode() {
        return 1;
    }

    /** The same for all secrets. */
    @Override
    public String toString() {
        return "Secret(***)";
    }
}
