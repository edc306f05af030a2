package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The small values whose text is written down for ever. */
final class StoredSpellingsTest {

    @Test
    void publicIsPublic() {
        assertThat(Accessibility.ofStored("PUBLIC")).isEqualTo(Accessibility.PUBLIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PRIVATE", "", "public", "PUBLIC ", "Public", "INTERNAL", "РUBLIC", "PUBLIC\0"})
    void whateverElseIsStoredIsPrivate(String stored) {
        assertThat(Accessibility.ofStored(stored)).isEqualTo(Accessibility.PRIVATE);
    }

    @Test
    void keyIdsAreOrderedWithoutSign() {
        assertThat(Stream.of(-1, 0, Integer.MIN_VALUE, 1, Integer.MAX_VALUE)
                        .map(KeyId::new)
                        .sorted())
                .extracting(KeyId::value)
                .containsExactly(0, 1, Integer.MAX_VALUE, Integer.MIN_VALUE, -1);
    }

    @Test
    void aKeyIdIsEightHexadecimalDigitsInAnyLanguage() {
        Locale before = Locale.getDefault();
        try {
            for (String language : new String[] {"en", "tr", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(new KeyId(0)).hasToString("00000000");
                assertThat(new KeyId(0xC0FFEE01)).hasToString("c0ffee01");
                assertThat(new KeyId(-1)).hasToString("ffffffff");
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void openTypesKeepTheirSpelling() {
        assertThat(new ConnectionType("deepSeek Connection")).hasToString("deepSeek Connection");
        assertThat(new ConnectionType("RDSConnection")).isEqualTo(ConnectionType.RDS);
        assertThat(new ConnectionType("rdsconnection")).isNotEqualTo(ConnectionType.RDS);
        assertThat(new ModelType("ReRank")).isEqualTo(ModelType.RE_RANK).hasToString("ReRank");
        assertThatIllegalArgumentException().isThrownBy(() -> new ConnectionType(" "));
        assertThatIllegalArgumentException().isThrownBy(() -> new ModelType(""));
    }
}
