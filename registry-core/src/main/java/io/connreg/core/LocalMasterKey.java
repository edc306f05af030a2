package io.connreg.core;

import com.google.crypto.tink.Aead;
import io.connreg.MasterKeyId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A master key of 32 bytes that the host holds itself, and its line form with a check against typing errors. */
final class LocalMasterKey {
    static final int LENGTH = 32;

    private static final String VERSION = "connreg-master-1";
    private static final Pattern LINE = Pattern.compile(VERSION + "\\.([A-Za-z0-9_-]{43})\\.([0-9a-f]{16})");

    private final byte[] key;

    private LocalMasterKey(byte[] key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException if these are not 32 bytes, or such as everybody knows */
    static LocalMasterKey of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(
                    "a master key is " + LENGTH + " random bytes, these are " + bytes.length);
        }
        if (isKnownToAll(bytes)) {
            throw new IllegalArgumentException(
                    "a master key must be random: this one is all the same bytes, or the sample of the documentation");
        }
        return new LocalMasterKey(bytes.clone());
    }

    private static boolean isKnownToAll(byte[] bytes) {
        boolean same = true;
        boolean sample = true;
        for (int i = 0; i < bytes.length; i++) {
            same &= bytes[i] == bytes[0];
            sample &= bytes[i] == i;
        }
        return same || sample;
    }

    /** @throws IllegalArgumentException if the line is not a master key's, or was not copied right */
    static LocalMasterKey parse(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("this is not a master key: a line is wanted of the form " + VERSION
                    + ".<43 characters>.<16 hexadecimal digits>, as MasterKey.generate() makes it");
        }
        LocalMasterKey key = of(Base64.getUrlDecoder().decode(matcher.group(1)));
        if (!key.check().equals(matcher.group(2))) {
            throw new IllegalArgumentException("this master key's check is " + matcher.group(2) + ", its bytes say "
                    + key.check() + ": it was not copied right");
        }
        return key;
    }

    String toLine() {
        return VERSION + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(key) + "." + check();
    }

    String check() {
        return HexFormat.of().formatHex(Arrays.copyOf(derive(key, "connreg/master/check/v1"), 8));
    }

    WrappingMaster toWrappingMaster() {
        Aead aead = TinkKeys.aead(keyEncryptionKey());
        return new WrappingMaster(new MasterKeyId("local", "", check()), aead);
    }

    byte[] keyEncryptionKey() {
        return derive(key, "connreg/master/wrap/v1");
    }

    static byte[] derive(byte[] key, String purpose) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            hmac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            return hmac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM offers no HMAC-SHA256", e);
        }
    }
}
