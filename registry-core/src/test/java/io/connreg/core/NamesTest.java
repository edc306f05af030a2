package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NamesTest {

    @Test
    void theLongestNameThatComposesIsStillComposed() {
        String decomposed = "\u01D6".repeat(Limits.NAME).replace("\u01D6", "u\u0308\u0304");

        assertThat(Names.normalize(decomposed)).isEqualTo("\u01D6".repeat(Limits.NAME));
    }

    /** Putting marks in order takes time by the square of their number. */
    @Test
    void whatIsTooLongForANameIsLeftAsItIs() {
        String marks = "a" + "\u0315\u0300".repeat(Limits.NAME * 4);

        assertThat(Names.normalize(marks)).isSameAs(marks);
        assertThat(Names.fold("A" + marks)).isEqualTo("a" + marks);
    }
}
