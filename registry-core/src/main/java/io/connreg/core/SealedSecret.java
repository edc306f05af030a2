package io.connreg.core;

import io.connreg.KeyId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A secret as it is stored: Tink's ciphertext, which begins with {@code 01} and the id of its key. */
final class SealedSecret {
    private static final byte TINK_PREFIX = 1;
    private static final int PREFIX_LENGTH = 1 + Integer.BYTES;

    private final byte[] ciphertext;
    private final @Nullable String damagedText;

    private SealedSecret(byte[] ciphertext, @Nullable String damagedText) {
        this.ciphertext = ciphertext;
        this.damagedText = damagedText;
    }

    static SealedSecret of(byte[] ciphertext) {
        return new SealedSecret(ciphertext, null);
    }

    /** Text that is not base64 is kept as it is, since the row's other fields must stay usable, and never opens. */
    static SealedSecret ofStored(String text) {
        try {
            return of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return new SealedSecret(new byte[0], text);
        }
    }

    String toStored() {
        return damagedText != null ? damagedText : Base64.getEncoder().encodeToString(ciphertext);
    }

    /** Which key it says it was sealed with; empty if its form is damaged. */
    Optional<KeyId> keyId() {
        return ciphertext.length > PREFIX_LENGTH && ciphertext[0] == TINK_PREFIX
                ? Optional.of(new KeyId(ByteBuffer.wrap(ciphertext).getInt(1)))
                : Optional.empty();
    }

    /** Not to be changed. */
    byte[] ciphertext() {
        return ciphertext;
    }

    @Override
    public String toString() {
        return "SealedSecret(key " + keyId().map(KeyId::toString).orElse("unknown") + ")";
    }
}
