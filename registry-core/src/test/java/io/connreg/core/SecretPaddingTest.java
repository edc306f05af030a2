package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Secret;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SecretPaddingTest {
    @ParameterizedTest
    @CsvSource({"0, 32", "1, 32", "28, 32", "29, 64", "60, 64", "61, 96"})
    void aSecretIsPaddedToTheNextBlockAndNotBeyond(int length, int padded) {
        Secret secret = Secret.of("x".repeat(length));

        assertThat(SecretPadding.pad(secret)).hasSize(padded);
        assertThat(SecretPadding.unpad(SecretPadding.pad(secret))).contains(secret);
        assertThat(SecretPadding.length(secret)).isEqualTo(length);
    }

    @Test
    void whatIsNotPaddedSoIsNoSecret() {
        assertThat(SecretPadding.unpad(new byte[0])).isEmpty();
        assertThat(SecretPadding.unpad(new byte[31])).isEmpty();
        assertThat(SecretPadding.unpad(block(-1))).isEmpty();
        assertThat(SecretPadding.unpad(block(29))).isEmpty();
        assertThat(SecretPadding.unpad(block(28))).isPresent();
        byte[] paddingNotZero = block(3);
        paddingNotZero[31] = 1;
        assertThat(SecretPadding.unpad(paddingNotZero)).isEmpty();
        byte[] firstOfPadding = block(3);
        firstOfPadding[7] = 1;
        assertThat(SecretPadding.unpad(firstOfPadding)).isEmpty();
        byte[] notUtf8 = block(1);
        notUtf8[4] = (byte) 0xff;
        assertThat(SecretPadding.unpad(notUtf8)).isEmpty();
    }

    private static byte[] block(int length) {
        return ByteBuffer.allocate(32).putInt(length).array();
    }
}
