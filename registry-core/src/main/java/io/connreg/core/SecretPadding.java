package io.connreg.core;

import io.connreg.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A secret's plain bytes: length, UTF-8, zeros up to a multiple of 32, so that a short secret's length does not show. */
final class SecretPadding {
    private static final int BLOCK = 32;

    private SecretPadding() {}

    /** In bytes of UTF-8. */
    static int length(Secret secret) {
        return secret.reveal().getBytes(StandardCharsets.UTF_8).length;
    }

    /** Another secret of the same value, to be wiped by itself. */
    static Secret copy(Secret secret) {
        return Secret.of(secret.reveal());
    }

    /** The caller wipes the result. */
    static byte[] pad(Secret secret) {
        byte[] text = secret.reveal().getBytes(StandardCharsets.UTF_8);
        int length = Integer.BYTES + text.length;
        byte[] padded = new byte[(length + BLOCK - 1) / BLOCK * BLOCK];
        ByteBuffer.wrap(padded).putInt(text.length).put(text);
        Arrays.fill(text, (byte) 0);
        return padded;
    }

    /** Empty if this is not what {@link #pad} makes. The caller wipes the argument. */
    static Optional<Secret> unpad(byte[] padded) {
        if (padded.length == 0 || padded.length % BLOCK != 0) {
            return Optional.empty();
        }
        int length = ByteBuffer.wrap(padded).getInt();
        if (length < 0 || length > padded.length - Integer.BYTES || !isZero(padded, Integer.BYTES + length)) {
            return Optional.empty();
        }
        byte[] text = Arrays.copyOfRange(padded, Integer.BYTES, Integer.BYTES + length);
        try {
            return Optional.of(Secret.ofUtf8(text));
        } catch (IllegalArgumentException notUtf8) {
            return Optional.empty();
        } finally {
            Arrays.fill(text, (byte) 0);
        }
    }

    private static boolean isZero(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
