package io.connreg.examples;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/** Text that has broken registries before. */
final class HostileText {
    private HostileText() {}

    /** Any well-formed Unicode string, NUL, unassigned and private characters among it. */
    static Arbitrary<String> wellFormed() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, text(codePoints(0, Character.MAX_CODE_POINT))),
                Tuple.of(1, text(codePoints(0, 0x17F))),
                Tuple.of(
                        2,
                        Arbitraries.of(
                                "",
                                "\u0000",
                                "a\u0000b",
                                " ",
                                "********",
                                "fernet:gAAAA",
                                "v2:abc",
                                "AQ==",
                                "${env:HOME}",
                                "\uD83D\uDD11",
                                "e\u0301",
                                "\u00E9",
                                "\uFFFF",
                                "<a>&\"'\\",
                                ":name ?1 {d 'x'}",
                                "x".repeat(2_000))));
    }

    /** Any text that configs and descriptions may hold: no control characters but tabulators and line feeds. */
    static Arbitrary<String> lines() {
        return text(codePoints(0, Character.MAX_CODE_POINT)
                .filter(point -> point == '\t' || point == '\n' || Character.getType(point) != Character.CONTROL));
    }

    /** Any text that names may hold; not normalized. */
    static Arbitrary<String> names() {
        // Blocks that were full before Unicode 13: Latin and what combines, Chinese, Korean, private use, pictures.
        Arbitrary<Integer> any = Arbitraries.oneOf(
                codePoints(' ', 0x36F),
                codePoints(0x4E00, 0x9FEF),
                codePoints(0xAC00, 0xD7A3),
                codePoints(0xE000, 0xFA6D),
                codePoints(0x1F300, 0x1F5FF),
                codePoints(0x20000, 0x2A6D6));
        Arbitrary<String> decomposed = Arbitraries.of(
                        "e\u0301", "E\u0323\u0302", "o\u0302\u0323", "\u212B", "\u1100\u1161\u11A8", "\uFA19", "x")
                .list()
                .ofMinSize(1)
                .ofMaxSize(10)
                .map(letters -> String.join("", letters));
        return Arbitraries.oneOf(text(any.filter(HostileText::isSeen)), decomposed)
                .filter(name -> !name.isBlank());
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    static Arbitrary<String> withUnpairedSurrogate() {
        Arbitrary<Character> surrogates = Arbitraries.chars().range(Character.MIN_SURROGATE, Character.MAX_SURROGATE);
        return surrogates.tuple2().map(pair -> pair.get1() + "x" + pair.get2());
    }

    private static Arbitrary<Integer> codePoints(int from, int to) {
        return Arbitraries.integers()
                .between(from, to)
                .withDistribution(RandomDistribution.uniform())
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE);
    }

    private static Arbitrary<String> text(Arbitrary<Integer> codePoints) {
        return codePoints
                .array(int[].class)
                .ofMaxSize(40)
                .map(points -> Arrays.stream(points)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }
}
