package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class SecretProperties {

    @Provide
    Arbitrary<String> texts() {
        return WellFormedText.any();
    }

    @Property
    void anyWellFormedTextComesBackAsItWas(@ForAll("texts") String text) {
        assertThat(Secret.of(text).reveal()).isEqualTo(text);
        assertThat(Secret.of(text.toCharArray()).reveal()).isEqualTo(text);
        assertThat(Secret.ofUtf8(text.getBytes(StandardCharsets.UTF_8)).reveal())
                .isEqualTo(text);
    }

    @Property
    void secretsAreEqualExactlyIfTheirTextsAre(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(Secret.of(one)).isEqualTo(Secret.ofUtf8(one.getBytes(StandardCharsets.UTF_8)));
        assertThat(Secret.of(one).equals(Secret.of(other))).isEqualTo(one.equals(other));
    }

    @Property
    void allSecretsLookTheSame(@ForAll("texts") String one, @ForAll("texts") String other) {
        assertThat(Secret.of(one)).hasToString(Secret.of(other).toString()).hasSameHashCodeAs(Secret.of(other));
    }
}
