package io.connreg.core;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Random;
import io.connreg.KeyId;
import java.security.GeneralSecurityException;
import java.util.stream.IntStream;

/**
 * The registry's use of Tink: AES-256-GCM, with a key id in front of what a keyset seals. A configuration is named at
 * each call, so that nothing is registered for the whole JVM and a cold start stays quick.
 */
final class TinkKeys {
    static final int KEY_LENGTH = 32;

    private TinkKeys() {}

    /** AES-256-GCM under one key, without a key id in front. */
    static Aead aead(byte[] key) {
        try {
            return new AesGcmJce(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM offers no AES-256-GCM", e);
        }
    }

    static byte[] random(int length) {
        return Random.randBytes(length);
    }

    /** A keyset of one new key. */
    static KeysetHandle newKeyset() {
        return built(KeysetHandle.newBuilder().addEntry(newKey().makePrimary()));
    }

    /** With one more key, the last one, which is not primary. */
    static KeysetHandle withNewKey(KeysetHandle keyset) {
        return built(KeysetHandle.newBuilder(keyset).addEntry(newKey()));
    }

    static KeysetHandle withPrimary(KeysetHandle keyset, KeyId id) {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(place(keyset, id)).makePrimary();
        return built(builder);
    }

    static KeysetHandle without(KeysetHandle keyset, KeyId id) {
        return built(KeysetHandle.newBuilder(keyset).deleteAt(place(keyset, id)));
    }

    private static int place(KeysetHandle keyset, KeyId id) {
        return IntStream.range(0, keyset.size())
                .filter(i -> keyset.getAt(i).getId() == id.value())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the slot names key " + id + ", its keyset has none"));
    }

    private static KeysetHandle.Builder.Entry newKey() {
        try {
            return KeysetHandle.generateEntryFromParameters(AesGcmParameters.builder()
                            .setKeySizeBytes(KEY_LENGTH)
                            .setIvSizeBytes(12)
                            .setTagSizeBytes(16)
                            .setVariant(AesGcmParameters.Variant.TINK)
                            .build())
                    .withRandomId();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot make a key", e);
        }
    }

    private static KeysetHandle built(KeysetHandle.Builder builder) {
        try {
            return builder.setConfiguration(AeadConfig2026.get()).build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot make a keyset", e);
        }
    }

    /** The keyset in the clear: the caller seals it at once and wipes this. */
    static byte[] toBytes(KeysetHandle keyset) {
        try {
            return TinkProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get(), AeadConfig2026.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot write a keyset that it made", e);
        }
    }

    static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
        return keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    static KeysetHandle ofBytes(byte[] keyset) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get(), AeadConfig2026.get());
    }
}
