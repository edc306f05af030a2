package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.connreg.ConnectionType;
import io.connreg.Problem;
import io.connreg.spec.KeySchema;
import io.connreg.spec.KeySchema.Form;
import io.connreg.spec.KeySchema.Need;
import io.connreg.spec.KeySchema.Place;
import io.connreg.spec.TypeSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class SchemaRulesTest {
    private static final TypeSchema MILVUS = TypeSchema.of(ConnectionType.MILVUS);
    private static final Map<String, String> URI = Map.of("uri", "host:19530");

    static Stream<TypeSchema> documented() {
        return TypeSchema.documented().stream();
    }

    private static Map<String, String> configs(TypeSchema schema, boolean all) {
        Map<String, String> configs = new TreeMap<>();
        schema.keys().stream()
                .filter(key -> key.place() == Place.CONFIG && (all || key.need() == Need.REQUIRED))
                .forEach(key -> configs.put(key.name(), key.form() == Form.PORT ? "1" : "x"));
        return configs;
    }

    private static Set<String> secrets(TypeSchema schema, boolean all) {
        Set<String> secrets = new TreeSet<>();
        schema.keys().stream()
                .filter(key -> key.place() == Place.SECRET && (all || key.need() == Need.REQUIRED))
                .forEach(key -> secrets.add(key.name()));
        return secrets;
    }

    @ParameterizedTest
    @MethodSource("documented")
    void whatIsRequiredIsEnoughAndAllThatIsKnownIsFine(TypeSchema schema) {
        assertThat(SchemaRules.check(schema, configs(schema, false), secrets(schema, false)))
                .isEmpty();
        assertThat(SchemaRules.check(schema, configs(schema, true), secrets(schema, true)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void withNothingAtAllEachRequiredKeyIsAProblemInTheSchemasOrder(TypeSchema schema) {
        assertThat(SchemaRules.check(schema, Map.of(), Set.of()))
                .extracting(Problem::path)
                .containsExactlyElementsOf(schema.keys().stream()
                        .filter(key -> key.need() == Need.REQUIRED)
                        .map(key -> SchemaRules.path(key.place(), key.name()))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("documented")
    void aConfigThatHasNotItsFormIsAProblem(TypeSchema schema) {
        for (KeySchema key : schema.keys()) {
            if (key.place() == Place.CONFIG) {
                Map<String, String> configs = configs(schema, true);
                configs.put(key.name(), " ");
                assertThat(SchemaRules.check(schema, configs, secrets(schema, true)))
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.path()).isEqualTo("configs." + key.name());
                            assertThat(problem.code()).isEqualTo(Problem.MALFORMED);
                            assertThat(problem.message()).isEqualTo(key.form().rule());
                        });
            }
        }
    }

    @Test
    void halfALoginIsAProblemOfTheHalfThatIsMissing() {
        assertThat(SchemaRules.check(MILVUS, URI, Set.of("password")))
                .extracting(Problem::path, Problem::code)
                .containsExactly(tuple("configs.username", Problem.HALF_LOGIN));
        assertThat(SchemaRules.check(MILVUS, Map.of("uri", "host", "username", "root"), Set.of()))
                .extracting(Problem::path, Problem::code)
                .containsExactly(tuple("secrets.password", Problem.HALF_LOGIN));
    }

    @Test
    void aTokenTakesThePlaceOfALogin() {
        assertThat(SchemaRules.check(MILVUS, URI, Set.of("token"))).isEmpty();
    }

    @Test
    void whatAConfigIsCalledMeansNothingAmongTheSecretsAndTheOtherWayRound() {
        assertThat(SchemaRules.check(MILVUS, Map.of("token", "x"), Set.of("uri")))
                .extracting(Problem::path)
                .isEqualTo(List.of("configs.uri"));
    }
}
