package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TextRulesTest {
    @Test
    void whatUnicode13HadNotAssignedIsInNoName() {
        int newerThan13 = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(point -> Character.getType(point) != Character.UNASSIGNED && !Unicode13.isAssigned(point))
                .findFirst()
                .orElse(-1);
        long assigned = IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(Unicode13::isAssigned)
                .count();

        assertThat(assigned)
                .as("143,859 characters, 65 controls, 2,048 surrogates, 137,468 private")
                .isEqualTo(283_440);
        if (Runtime.version().feature() == 17) {
            assertThat(newerThan13).isEqualTo(-1);
        } else {
            assertThat(TextRule.NAME.fault(Character.toString(newerThan13))).isPresent();
        }
        assertThat(TextRule.NAME.fault("\u0378")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\u0000", "a\nb", "\t", "\u007f", "\u200b", "\u202e", "\u2028", "\u2029", "\ufeff", "\ud800"})
    void whatCannotBeSeenIsInNoName(String text) {
        assertThat(TextRule.NAME.fault(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders db", "Größe", "工作", "नमस्ते", "می\u200cخواهم", "👩\u200d💻", "a'b\"c\\d%_;--", " "})
    void whatPeopleWriteIsAName(String text) {
        assertThat(TextRule.NAME.fault(text)).isEmpty();
    }

    @Test
    void linesMayHaveTabulatorsAndLineFeedsAndPlainTextMayNot() {
        assertThat(TextRule.LINES.fault("a\n\tb")).isEmpty();
        assertThat(TextRule.LINES.fault("a\rb")).isPresent();
        assertThat(TextRule.PLAIN.fault("a\nb")).isPresent();
        assertThat(TextRule.PLAIN.fault("a\ud800")).contains("holds an unpaired surrogate");
    }
}
