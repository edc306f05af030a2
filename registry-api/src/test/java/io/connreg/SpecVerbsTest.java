package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.CustomSpec;
import io.connreg.spec.DashScopeSpec;
import io.connreg.spec.ElasticsearchSpec;
import io.connreg.spec.HologresSpec;
import io.connreg.spec.KeySchema;
import io.connreg.spec.LindormSpec;
import io.connreg.spec.MilvusSpec;
import io.connreg.spec.OpenLlmSpec;
import io.connreg.spec.OpenSearchSpec;
import io.connreg.spec.RdsSpec;
import io.connreg.spec.TypeSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SpecVerbsTest {
    private static final Secret SECRET = Secret.of("s3cret");
    private static final Map<String, String> AT_URI = Map.of("uri", "http://h:1", "username", "app");

    /** Each leaf after all its verbs, and the maps that they must have filled. */
    static Stream<Arguments> leaves() {
        return Stream.of(
                Arguments.of(
                        DashScopeSpec.at("h/v1").apiKey(SECRET), Map.of("base_url", "h/v1"), Map.of("api_key", SECRET)),
                Arguments.of(
                        OpenLlmSpec.at("h/v1").apiKey(SECRET), Map.of("base_url", "h/v1"), Map.of("api_key", SECRET)),
                Arguments.of(
                        MilvusSpec.at("http://h:1")
                                .login("app", SECRET)
                                .token(SECRET)
                                .database("d"),
                        Map.of("uri", "http://h:1", "username", "app", "database", "d"),
                        Map.of("password", SECRET, "token", SECRET)),
                Arguments.of(OpenSearchSpec.at("http://h:1").login("app", SECRET), AT_URI, Map.of("password", SECRET)),
                Arguments.of(LindormSpec.at("http://h:1").login("app", SECRET), AT_URI, Map.of("password", SECRET)),
                Arguments.of(
                        ElasticsearchSpec.at("http://h:1").login("app", SECRET), AT_URI, Map.of("password", SECRET)),
                Arguments.of(
                        HologresSpec.at("h", 80, "d").login("app", SECRET),
                        Map.of("host", "h", "port", "80", "database", "d", "user", "app"),
                        Map.of("password", SECRET)),
                Arguments.of(
                        RdsSpec.at("mysql", "h", 3306, "d").login("app", SECRET),
                        Map.of("type", "mysql", "host", "h", "port", "3306", "database", "d", "username", "app"),
                        Map.of("password", SECRET)));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void theVerbsFillExactlyTheKeysOfTheSchema(
            ConnectionSpec leaf, Map<String, String> configs, Map<String, Secret> secrets) {
        assertThat(leaf.configs()).containsExactlyInAnyOrderEntriesOf(configs);
        assertThat(leaf.secrets()).containsExactlyInAnyOrderEntriesOf(secrets);
        assertThat(leaf).isEqualTo(ConnectionSpec.of(leaf.connectionType(), configs, secrets));

        Map<KeySchema.Place, Set<String>> schema = TypeSchema.of(leaf.connectionType()).keys().stream()
                .collect(Collectors.groupingBy(
                        KeySchema::place, Collectors.mapping(KeySchema::name, Collectors.toSet())));
        assertThat(leaf.configs().keySet()).isEqualTo(schema.get(KeySchema.Place.CONFIG));
        assertThat(leaf.secrets().keySet()).isEqualTo(schema.get(KeySchema.Place.SECRET));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void anExtraKeyIsAddedToACopy(ConnectionSpec leaf, Map<String, String> configs, Map<String, Secret> secrets) {
        ConnectionSpec more = leaf.config("extra", "1").secret("extra", Secret.of("2"));

        assertThat(more).hasSameClassAs(leaf).isNotEqualTo(leaf);
        assertThat(more.configs()).containsAllEntriesOf(configs).containsEntry("extra", "1");
        assertThat(more.secrets()).containsAllEntriesOf(secrets).containsEntry("extra", Secret.of("2"));
        assertThat(leaf.configs()).doesNotContainKey("extra");
        assertThat(leaf.secrets()).doesNotContainKey("extra");
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void leavesOfEqualTypeAndEntriesAreEqual(
            ConnectionSpec leaf, Map<String, String> configs, Map<String, Secret> secrets) {
        ConnectionSpec same = ConnectionSpec.of(leaf.connectionType(), configs, secrets);

        assertThat(same).isEqualTo(leaf).hasSameHashCodeAs(leaf).hasToString(leaf.toString());
        assertThat(leaf)
                .isNotEqualTo(leaf.config("uri", "http://other"))
                .isNotEqualTo(leaf.secret("password", Secret.of("other")))
                .isNotEqualTo(ConnectionSpec.of(new ConnectionType("Other"), configs, secrets));
    }

    @ParameterizedTest
    @MethodSource("leaves")
    void theMapsCannotBeChanged(ConnectionSpec leaf, Map<String, String> configs, Map<String, Secret> secrets) {
        assertThatThrownBy(() -> leaf.configs().put("k", "v")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> leaf.secrets().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void theMapsThatALeafIsMadeOfStayTheCallers() {
        Map<String, String> configs = new HashMap<>(Map.of("uri", "http://h:1"));
        ConnectionSpec leaf = ConnectionSpec.of(ConnectionType.MILVUS, configs, Map.of());

        configs.put("uri", "http://other");

        assertThat(leaf.configs()).containsEntry("uri", "http://h:1");
    }

    @Test
    @NullUnmarked
    void nullIsNeitherAKeyNorAValue() {
        Map<String, String> holed = new HashMap<>();
        holed.put("uri", null);

        assertThatNullPointerException().isThrownBy(() -> ConnectionSpec.of(ConnectionType.RDS, holed, Map.of()));
        assertThatNullPointerException().isThrownBy(() -> CustomSpec.empty().config("k", null));
        assertThatNullPointerException().isThrownBy(() -> CustomSpec.empty().secret(null, SECRET));
    }

    @Test
    void aTypeThatIsNotKnownIsCarriedByTheFreeLeaf() {
        ConnectionType unheard = new ConnectionType("DeepSeekConnection");
        ConnectionSpec spec = ConnectionSpec.of(unheard, Map.of("base_url", "h"), Map.of("api_key", SECRET));

        assertThat(spec)
                .isEqualTo(CustomSpec.ofType(unheard).config("base_url", "h").secret("api_key", SECRET))
                .isNotEqualTo(CustomSpec.empty().config("base_url", "h").secret("api_key", SECRET));
        assertThat(spec.connectionType()).isEqualTo(unheard);
        assertThat(CustomSpec.ofType(ConnectionType.CUSTOM)).isEqualTo(CustomSpec.empty());
    }

    @Test
    void theFreeLeafIsNotForATypeThatHasItsOwn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomSpec.ofType(ConnectionType.RDS))
                .withMessageContaining("RDSConnection");
    }
}
