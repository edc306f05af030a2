package io.connreg;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
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
    private final transient Object lock = new Object();
    private transient byte @Nullable [] utf8;

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
        try {
            byte[] copy = text.clone();
            Arrays.fill(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(copy))
                            .array(),
                    '\0');
            return new Secret(copy);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a secret must be well-formed Unicode: this is not UTF-8");
        }
    }

    @SuppressWarnings("ByteBufferBackingArray") // an encoder allocates its buffer on the heap, from offset 0
    private static Secret of(CharBuffer text) {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(text);
            byte[] utf8 = new byte[bytes.remaining()];
            bytes.get(utf8);
            Arrays.fill(bytes.array(), (byte) 0);
            return new Secret(utf8);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("a secret must be well-formed Unicode: it holds an unpaired surrogate");
        }
    }

    /**
     * The value in the clear. The returned string cannot be wiped: keep it no longer than needed.
     *
     * @throws IllegalStateException if the secret has been wiped
     */
    public String reveal() {
        synchronized (lock) {
            if (utf8 == null) {
                throw new IllegalStateException("the secret has been wiped; open the connection again to read it");
            }
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }

    /** Overwrites the value; afterwards {@link #reveal()} throws. Doing it again changes nothing. */
    public void wipe() {
        synchronized (lock) {
            if (utf8 != null) {
                Arrays.fill(utf8, (byte) 0);
                utf8 = null;
            }
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
        byte[] mine = copy();
        byte[] theirs = that.copy();
        return mine != null && theirs != null && MessageDigest.isEqual(mine, theirs);
    }

    private byte @Nullable [] copy() {
        synchronized (lock) {
            return utf8 == null ? null : utf8.clone();
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
