package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SecretTest {
    private static final String CANARY = "canary-s3cret";

    @Test
    void keepsACopyOfCharactersAndOfBytes() {
        char[] characters = CANARY.toCharArray();
        byte[] bytes = CANARY.getBytes(StandardCharsets.UTF_8);
        Secret ofCharacters = Secret.of(characters);
        Secret ofBytes = Secret.ofUtf8(bytes);

        Arrays.fill(characters, 'x');
        Arrays.fill(bytes, (byte) 'x');

        assertThat(ofCharacters.reveal()).isEqualTo(CANARY);
        assertThat(ofBytes.reveal()).isEqualTo(CANARY);
    }

    @Test
    void leavesTheCallersArraysAsTheyAre() {
        char[] characters = CANARY.toCharArray();
        byte[] bytes = CANARY.getBytes(StandardCharsets.UTF_8);

        Secret.of(characters).wipe();
        Secret.ofUtf8(bytes).wipe();

        assertThat(characters).isEqualTo(CANARY.toCharArray());
        assertThat(bytes).isEqualTo(CANARY.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDD11", "\uDD11\uD83D", "\uD83D\uD83D\uDD11", "é\uD83D"})
    void refusesAnUnpairedSurrogateAndKeepsTheValueToItself(String half) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of(CANARY + half))
                .withMessage("a secret must be well-formed Unicode: it holds an unpaired surrogate")
                .withNoCause();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.of((half + CANARY).toCharArray()))
                .withMessage("a secret must be well-formed Unicode: it holds an unpaired surrogate")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "c3", "c080", "eda080", "f4908080", "c328", "f09f94"})
    void refusesBytesThatAreNotUtf8AndKeepsThemToItself(String hex) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Secret.ofUtf8(HexFormat.of().parseHex(hex)))
                .withMessage("a secret must be well-formed Unicode: this is not UTF-8")
                .withNoCause();
    }

    @Test
    void saysNothingOfItself() {
        assertThat(Secret.of(CANARY)).hasToString("Secret(***)");
        assertThat(Secret.of("")).hasToString("Secret(***)");
        assertThat(Secret.of(CANARY).hashCode()).isEqualTo(Secret.of("").hashCode());
    }

    @Test
    void aWipedSecretThrowsAndIsNeverEmpty() {
        Secret secret = Secret.of(CANARY);
        secret.wipe();
        secret.wipe();

        assertThatIllegalStateException().isThrownBy(secret::reveal).withMessageContaining("wiped");
        assertThat(secret).hasToString("Secret(***)").isEqualTo(secret);
    }

    @Test
    void anEmptySecretThatIsWipedThrowsToo() {
        Secret secret = Secret.of("");
        secret.wipe();

        assertThatIllegalStateException().isThrownBy(secret::reveal);
    }

    @Test
    void aWipedSecretEqualsOnlyItself() {
        Secret wiped = Secret.of(CANARY);
        Secret alsoWiped = Secret.of(CANARY);
        wiped.wipe();
        alsoWiped.wipe();

        assertThat(wiped).isNotEqualTo(alsoWiped).isNotEqualTo(Secret.of(CANARY));
        assertThat(Secret.of(CANARY)).isNotEqualTo(wiped).isNotEqualTo(CANARY).isNotEqualTo(null);
        assertThat(Secret.of("\0".repeat(CANARY.length()))).isNotEqualTo(wiped);
    }

    @Test
    @NullUnmarked
    void nullIsNoSecret() {
        assertThatNullPointerException().isThrownBy(() -> Secret.of((String) null));
        assertThatNullPointerException().isThrownBy(() -> Secret.of((char[]) null));
        assertThatNullPointerException().isThrownBy(() -> Secret.ofUtf8(null));
    }

    @Test
    void isReadWholeOrNotAtAllWhileItIsWiped() throws Exception {
        String value = "s3cret-🔑".repeat(4_000);
        ExecutorService readers = Executors.newFixedThreadPool(4);
        try {
            for (int round = 0; round < 100; round++) {
                assertThat(readWhileWiping(Secret.of(value), readers)).allMatch(value::equals);
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static List<String> readWhileWiping(Secret secret, ExecutorService threads) throws Exception {
        CyclicBarrier start = new CyclicBarrier(4);
        List<Future<List<String>>> readers = new ArrayList<>();
        for (int reader = 0; reader < 3; reader++) {
            readers.add(threads.submit(() -> {
                start.await();
                return readUntilWiped(secret);
            }));
        }
        Future<?> wiper = threads.submit(() -> {
            start.await();
            secret.wipe();
            return null;
        });
        wiper.get();
        List<String> read = new ArrayList<>();
        for (Future<List<String>> reader : readers) {
            read.addAll(reader.get());
        }
        return read;
    }

    private static List<String> readUntilWiped(Secret secret) {
        List<String> read = new ArrayList<>();
        while (true) {
            try {
                read.add(secret.reveal());
            } catch (IllegalStateException wiped) {
                return read;
            }
        }
    }
}
