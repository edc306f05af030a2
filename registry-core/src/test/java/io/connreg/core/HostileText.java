package io.connreg.core;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Text that has broken registries before. */
final class HostileText {
    private HostileText() {}

    static Arbitrary<String> wellFormed() {
        Arbitrary<String> any = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(point -> point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE)
                .map(Character::toString)
                .list()
                .ofMaxSize(80)
                .map(points -> String.join("", points));
        return Arbitraries.oneOf(
                any,
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
