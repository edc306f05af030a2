package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.KeySchema;
import io.connreg.spec.TypeSchema;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A spec is a window on its maps: nothing is lost or changed on the way through, whatever the keys. */
final class SpecMapsProperties {
    private static final List<String> KNOWN_KEYS = TypeSchema.documented().stream()
            .flatMap(schema -> schema.keys().stream())
            .map(KeySchema::name)
            .distinct()
            .toList();

    @Provide
    Arbitrary<ConnectionType> types() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        TypeSchema.documented().stream().map(TypeSchema::type).toList()),
                WellFormedText.any().filter(text -> !text.isBlank()).map(ConnectionType::new));
    }

    @Provide
    Arbitrary<Map<String, String>> entries() {
        return Arbitraries.maps(
                        Arbitraries.oneOf(Arbitraries.of(KNOWN_KEYS), WellFormedText.any()), WellFormedText.any())
                .ofMaxSize(8);
    }

    @Provide
    Arbitrary<Map<String, Secret>> secrets() {
        return Arbitraries.maps(
                        Arbitraries.oneOf(Arbitraries.of(KNOWN_KEYS), WellFormedText.any()),
                        WellFormedText.any().map(Secret::of))
                .ofMaxSize(4);
    }

    @Property(tries = 300)
    void whatGoesInComesOut(
            @ForAll("types") ConnectionType type,
            @ForAll("entries") Map<String, String> configs,
            @ForAll("secrets") Map<String, Secret> secrets) {
        ConnectionSpec spec = ConnectionSpec.of(type, configs, secrets);

        assertThat(spec.connectionType()).isEqualTo(type);
        assertThat(spec.configs()).isEqualTo(configs);
        assertThat(spec.secrets()).isEqualTo(secrets);
        assertThat(ConnectionSpec.of(spec.connectionType(), spec.configs(), spec.secrets()))
                .isEqualTo(spec)
                .hasSameHashCodeAs(spec);
    }

    @Property(tries = 300)
    void oneKeyAtATimeIsAsAllAtOnce(
            @ForAll("types") ConnectionType type,
            @ForAll("entries") Map<String, String> configs,
            @ForAll("secrets") Map<String, Secret> secrets) {
        ConnectionSpec spec = ConnectionSpec.of(type, Map.of(), Map.of());
        for (Map.Entry<String, String> config : configs.entrySet()) {
            spec = spec.config(config.getKey(), config.getValue());
        }
        for (Map.Entry<String, Secret> secret : secrets.entrySet()) {
            spec = spec.secret(secret.getKey(), secret.getValue());
        }

        assertThat(spec).isEqualTo(ConnectionSpec.of(type, configs, secrets));
    }
}
