package io.connreg.examples.sweep;

import io.connreg.Secret;
import io.connreg.core.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The values that must be found nowhere, each another, so that a sighting tells which it was. */
final class Canaries {
    static final String PASSWORD = "Zq7/9vX2+Kp0~mU5wT3s";
    static final String TOKEN = "tK4:us\"Qj'8<Wd&6\\nH1>z=%Y";
    static final String UNICODE = "Ünï-秘密Я-\uD83D\uDD11-Łódź-Ω7Ж9é-終";
    /** What the far side and the key service say when they fail: it is thrown at the registry, with the secret in it. */
    static final String SAID = "sPeaK-7Hd+1Gv/oK9Lw3B";

    static final String DATABASE_PASSWORD = "dB_pA5s-W0rd-ofTheStore";
    private static final String UNIT = "L0ng:f4Bx-Vy8#Rr2;Cm6|";
    /** Longer than what most columns, buffers and messages take. */
    static final String LONG = UNIT.repeat(1_200);

    private static final byte[] MASTER_KEY =
            Base64.getUrlDecoder().decode("q3v9Wk1XzT-hYb5R0_mLd8JcN2eUoP7sGfAiVtKx4Q4");

    private Canaries() {}

    static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("password", PASSWORD);
        texts.put("token", TOKEN);
        texts.put("unicode", UNICODE);
        texts.put("long", UNIT);
        texts.put("said", SAID);
        texts.put("database password", DATABASE_PASSWORD);
        return texts;
    }

    /** The master key itself, and what is made of it to wrap with. */
    static Map<String, byte[]> keys() {
        return Map.of("master key", masterKeyBytes(), "key encryption key", keyEncryptionKey());
    }

    static byte[] masterKeyBytes() {
        return MASTER_KEY.clone();
    }

    /** As docs/formats.md has it. */
    private static byte[] keyEncryptionKey() {
        return hmac("connreg/master/wrap/v1");
    }

    private static byte[] hmac(String purpose) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(MASTER_KEY, "HmacSHA256"));
            hmac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            return hmac.doFinal(new byte[] {1});
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The line that a key file holds. */
    static String masterKeyLine() {
        return line(HexFormat.of().formatHex(Arrays.copyOf(hmac("connreg/master/check/v1"), 8)));
    }

    /** The same with a check that is not its own, as when it was mistyped. */
    static String mistypedLine() {
        return line("0123456789abcdef");
    }

    private static String line(String check) {
        return "connreg-master-1." + Base64.getUrlEncoder().withoutPadding().encodeToString(MASTER_KEY) + "." + check;
    }

    static MasterKey masterKey() {
        return MasterKey.bytes(masterKeyBytes());
    }

    static Sightings sightings() {
        Sightings sightings = new Sightings();
        texts().forEach(sightings::of);
        keys().forEach(sightings::of);
        return sightings;
    }

    static Secret password() {
        return Secret.of(PASSWORD);
    }

    static Secret token() {
        return Secret.of(TOKEN);
    }
}
