package io.connreg.testkit;

import java.util.List;

/** Texts that some database or file system, by some of its settings, takes for one another. All are different. */
final class Lookalikes {
    static final List<String> ALL = List.of(
            // case
            "zoe",
            "Zoe",
            "ZOE",
            // blanks
            "zoe ",
            " zoe",
            "z oe",
            "z  oe",
            // accents, composed and decomposed
            "zo\u00e9",
            "zoe\u0301",
            "ZO\u00c9",
            // other letters of one look, width or weight
            "z\u043ee",
            "\uff5aoe",
            "stra\u00dfe",
            "strasse",
            "I",
            "i",
            "\u0130",
            "\u0131",
            "K",
            "\u212a",
            "zo\u200de",
            // supplementary characters
            "\ud83d\ude00",
            "\ud83d\ude01",
            "\ud83d\ude00 ",
            // wildcards, quotes, escapes
            "zo_",
            "zo%",
            "%",
            "_",
            "zo?",
            "zo*",
            "zo\\",
            "zo\\\\",
            "zo'",
            "zo''",
            "zo\"",
            // what reads as a number, a word or a path
            "1",
            "01",
            "1.0",
            "null",
            "NULL",
            "zoe/",
            "zoe/.",
            "zoe.");

    /** What a caller may ask for though no connection is called so. */
    static final List<String> NONSENSE =
            List.of("", " ", "'", "' OR ''='", "%", "..", "\0", "zoe\0", "\ud83d", "\ude00\ud83d", "x".repeat(10_000));

    private Lookalikes() {}
}
