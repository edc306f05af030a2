package io.connreg.core;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Text that has broken registries before. */
@SuppressWarnings("exports") // only tests see it
public final class HostileText {
    private HostileText() {}

    /** Any code points. */
    public static Arbitrary<String> codePoints() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .map(Character::toString)
                .list()
                .ofMaxSize(80)
                .map(points -> String.join("", points));
    }

    static Arbitrary<String> wellFormed() {
        return Arbitraries.oneOf(
                codePoints(),
                Arbitraries.of(
                        "",
                        "\u0000",
                        "********",
                        "{fernet}:x",
                        "fernet:gAAAA",
                        "v2:abc",
                        "AQ==",
                        "${env:HOME}",
                        "\uD83D\uDD11",
                        "a\u0000b",
                        "x".repeat(65_536)));
    }

    static Arbitrary<String> withUnpairedSurrogate() {
        return Arbitraries.chars()
                .range(Character.MIN_SURROGATE, Character.MAX_SURROGATE)
                .tuple2()
                .map(pair -> pair.get1() + "x" + pair.get2());
    }
}
