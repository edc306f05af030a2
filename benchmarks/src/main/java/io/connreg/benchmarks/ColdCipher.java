package io.connreg.benchmarks;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A program that seals once with the JDK's cipher. */
final class ColdCipher {
    private ColdCipher() {}

    public static void main(String[] arguments) throws GeneralSecurityException {
        byte[] random = new byte[44];
        new SecureRandom().nextBytes(random);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(random, 0, 32, "AES"),
                new GCMParameterSpec(128, random, 32, 12));
        cipher.updateAAD(new byte[450]);
        if (cipher.doFinal(new byte[64]).length != 80) {
            throw new IllegalStateException("not sealed");
        }
    }
}
