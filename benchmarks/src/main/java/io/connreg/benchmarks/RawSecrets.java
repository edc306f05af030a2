package io.connreg.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Secrets sealed with the JDK alone: one cipher used again and again, kept in Caffeine. One thread. */
final class RawSecrets {
    private static final int PADDED = 64;
    /** About as long as what the registry binds one of {@link Samples} to. */
    private static final int BOUND = 450;

    private static final int NONCE = 12;

    private final SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
    private final Cache<String, byte[]> sealed =
            Caffeine.newBuilder().maximumSize(1_000_000).build();
    private final Cipher cipher;

    RawSecrets() throws GeneralSecurityException {
        cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }

    void sealAll(List<String> ids) throws GeneralSecurityException {
        for (int i = 0; i < ids.size(); i++) {
            byte[] nonce = Arrays.copyOf(Integer.toString(i).getBytes(StandardCharsets.UTF_8), NONCE);
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(bound(ids.get(i)));
            byte[] body = cipher.doFinal(new byte[PADDED]);
            byte[] whole = Arrays.copyOf(nonce, NONCE + body.length);
            System.arraycopy(body, 0, whole, NONCE, body.length);
            sealed.put(ids.get(i), whole);
        }
    }

    byte[] open(String id) throws GeneralSecurityException {
        byte[] whole = Objects.requireNonNull(sealed.getIfPresent(id));
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(128, whole, 0, NONCE));
        cipher.updateAAD(bound(id));
        return cipher.doFinal(whole, NONCE, whole.length - NONCE);
    }

    private static byte[] bound(String id) {
        return Arrays.copyOf(id.getBytes(StandardCharsets.UTF_8), BOUND);
    }
}
