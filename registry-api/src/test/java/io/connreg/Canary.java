package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A value that must be found nowhere, and the shapes in which it would show. */
final class Canary {
    static final String VALUE = "canary-7c1f-s3cret";

    private static final byte[] BYTES = VALUE.getBytes(StandardCharsets.UTF_8);
    private static final List<String> SHAPES = List.of(
            VALUE.toLowerCase(Locale.ROOT),
            unpadded(Base64.getEncoder()).toLowerCase(Locale.ROOT),
            HexFormat.of().formatHex(BYTES),
            numbers(","),
            "\"" + String.join("\",\"", VALUE.split("")) + "\"");

    private Canary() {}

    static Secret secret() {
        return Secret.of(VALUE);
    }

    /** Fails if the value shows in this text, or in one that lists its bytes or characters. */
    static void isNotIn(String output) {
        String squeezed = output.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        for (String shape : SHAPES) {
            assertThat(squeezed).doesNotContain(shape);
        }
    }

    /** Fails if the value shows in what is thrown, in its causes or in what was suppressed. */
    static void isNotIn(Throwable thrown) {
        List<Throwable> all = new ArrayList<>(List.of(thrown));
        for (int i = 0; i < all.size(); i++) {
            isNotIn(all.get(i).toString());
            all.addAll(List.of(all.get(i).getSuppressed()));
            if (all.get(i).getCause() != null) {
                all.add(all.get(i).getCause());
            }
        }
    }

    private static String unpadded(Base64.Encoder base64) {
        return base64.withoutPadding().encodeToString(BYTES);
    }

    private static String numbers(String separator) {
        return VALUE.chars().mapToObj(String::valueOf).collect(Collectors.joining(separator));
    }
}
