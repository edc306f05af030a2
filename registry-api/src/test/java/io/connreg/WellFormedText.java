package io.connreg;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Text of whole code points, the hostile ones often: what a secret may be. */
final class WellFormedText {
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\0",
            "a\0b",
            "🔑",
            "e\u0301 and é",
            "\uFEFFbom",
            "\uFFFE\uFFFF",
            "********",
            "{fernet}:v2:${env:HOME}",
            "\u202Eright to left",
            "line\r\nfeed\u2028",
            "x".repeat(65_536),
            "🔑".repeat(16_384));

    private WellFormedText() {}

    static Arbitrary<String> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.of(HOSTILE)),
                Tuple.of(4, codePoints().list().ofMaxSize(60).map(WellFormedText::textOf)));
    }

    private static Arbitrary<Integer> codePoints() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, 0x7F),
                        Arbitraries.integers().between(0x80, Character.MAX_VALUE),
                        Arbitraries.integers().between(0x1_0000, Character.MAX_CODE_POINT))
                .filter(point -> Character.getType(point) != Character.SURROGATE);
    }

    private static String textOf(List<Integer> points) {
        return points.stream()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
