package io.connreg.examples.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks for canaries and finds none must be able to see them. */
final class SightingsTest {
    private final Sightings sightings = Canaries.sightings();

    static Iterable<String> values() {
        return Canaries.texts().values();
    }

    @ParameterizedTest
    @MethodSource("values")
    void aTextIsSeenInEachOfItsForms(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);

        isSeen(value);
        isSeen(value.toLowerCase(Locale.ROOT));
        isSeen(value.toUpperCase(Locale.ROOT));
        isSeen(URLEncoder.encode(value, StandardCharsets.UTF_8));
        isSeen(HexFormat.of().formatHex(utf8));
        isSeen(HexFormat.of().withUpperCase().formatHex(utf8));
        isSeen(Arrays.toString(utf8));
        isSeen(Arrays.toString(value.toCharArray()));
        isSeen(new String(Forms.of(value.toCharArray()).get("Gson"), StandardCharsets.UTF_8));
        Forms.of(value)
                .forEach((form, bytes) ->
                        assertThat(sightings.in(bytes)).as(form).isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("values")
    void aMaskThatShowsItsBeginningOrItsEndIsSeenThrough(String value) {
        isSeen(value.substring(0, 9) + "***");
        isSeen("***" + value.substring(value.length() - 9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void itIsSeenBetweenOthersInEachCharsetAndInBase64AtEachPlace(String charset) {
        for (String value : values()) {
            for (String around : new String[] {"", "1", "12", "123"}) {
                byte[] bytes = (around + value + around).getBytes(Charset.forName(charset));
                assertThat(sightings.in(bytes)).isNotEmpty();
                isSeen(Base64.getEncoder().encodeToString(bytes));
                isSeen(Base64.getUrlEncoder().encodeToString(bytes));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"master key", "key encryption key"})
    void aKeyIsSeenInBytesAndInText(String name) {
        byte[] key = Canaries.keys().getOrDefault(name, new byte[0]);

        assertThat(sightings.in(key)).containsExactly(name);
        isSeen(Base64.getEncoder().encodeToString(key));
        isSeen(HexFormat.of().formatHex(key));
        isSeen(Arrays.toString(key));
        isSeen(Canaries.masterKeyLine());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Secret(***)", "Zq7/9vX", "a password, but another one"})
    void nothingElseIs(String text) {
        assertThat(sightings.in(text)).isEmpty();
    }

    private void isSeen(String text) {
        assertThat(sightings.in(text)).as(text).isNotEmpty();
    }
}
