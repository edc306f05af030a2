package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.KeySchema;
import io.connreg.spec.KeySchema.Form;
import io.connreg.spec.KeySchema.Need;
import io.connreg.spec.KeySchema.Place;
import io.connreg.spec.TypeSchema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each leaf is the window that its schema says. Stands outside the leaves' package, as a host does. */
final class SpecAccessorsTest {
    private static final Pattern UNDERSCORED = Pattern.compile("_(\\p{Ll})");

    static List<TypeSchema> documentedLeaves() {
        return TypeSchema.documented().stream()
                .filter(schema -> !schema.type().equals(ConnectionType.CUSTOM))
                .toList();
    }

    @Test
    void eachLeafHasADocumentedType() {
        List<Class<?>> documented = TypeSchema.documented().stream()
                .<Class<?>>map(schema ->
                        ConnectionSpec.of(schema.type(), Map.of(), Map.of()).getClass())
                .toList();

        assertThat(documented).containsExactly(ConnectionSpec.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("documentedLeaves")
    void eachKeyHasAnAccessorThatGivesBackWhatWasPutIn(TypeSchema schema) throws ReflectiveOperationException {
        Map<String, String> configs = new TreeMap<>();
        Map<String, Secret> secrets = new TreeMap<>();
        for (KeySchema key : schema.keys()) {
            if (key.place() == Place.CONFIG) {
                configs.put(key.name(), sample(key));
            } else {
                secrets.put(key.name(), Secret.of(sample(key)));
            }
        }
        ConnectionSpec leaf = ConnectionSpec.of(schema.type(), configs, secrets);

        assertThat(schema.keys()).isNotEmpty();
        assertThat(leaf.connectionType()).isEqualTo(schema.type());
        for (KeySchema key : schema.keys()) {
            Method accessor = accessor(leaf, key);
            assertThat(accessor.getGenericReturnType().getTypeName()).isEqualTo(returnType(key));
            assertThat(accessor.invoke(leaf)).isEqualTo(expected(key));
        }
    }

    private static String sample(KeySchema key) {
        return key.form() == Form.PORT ? "65535" : "value-of-" + key.name();
    }

    private static String returnType(KeySchema key) {
        if (key.form() == Form.PORT) {
            return "int";
        }
        String value = key.place() == Place.CONFIG ? String.class.getName() : Secret.class.getName();
        return key.need() == Need.REQUIRED ? value : Optional.class.getName() + "<" + value + ">";
    }

    private static Object expected(KeySchema key) {
        if (key.form() == Form.PORT) {
            return 65_535;
        }
        Object value = key.place() == Place.CONFIG ? sample(key) : Secret.of(sample(key));
        return key.need() == Need.REQUIRED ? value : Optional.of(value);
    }

    private static Method accessor(ConnectionSpec leaf, KeySchema key) throws NoSuchMethodException {
        return leaf.getClass().getMethod(camelCase(key.name()));
    }

    private static String camelCase(String key) {
        return UNDERSCORED.matcher(key).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("documentedLeaves")
    void whereNothingIsARequiredAccessorThrowsAndNamesItsKeyAndTheOthersAreEmpty(TypeSchema schema)
            throws ReflectiveOperationException {
        ConnectionSpec empty = ConnectionSpec.of(schema.type(), Map.of(), Map.of());

        for (KeySchema key : schema.keys()) {
            Method accessor = accessor(empty, key);
            if (key.need() == Need.OPTIONAL) {
                assertThat(accessor.invoke(empty)).isEqualTo(Optional.empty());
            } else {
                assertThatThrownBy(() -> accessor.invoke(empty))
                        .isInstanceOf(InvocationTargetException.class)
                        .cause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("this " + schema.type() + " has no "
                                + (key.place() == Place.CONFIG ? "config '" : "secret '") + key.name() + "'");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documentedLeaves")
    void aPortThatIsNoneThrowsAndDoesNotRepeatIt(TypeSchema schema) throws ReflectiveOperationException {
        for (KeySchema key : schema.keys()) {
            if (key.form() == Form.PORT) {
                ConnectionSpec odd = ConnectionSpec.of(schema.type(), Map.of(key.name(), "eighty"), Map.of());
                Method accessor = accessor(odd, key);
                assertThatThrownBy(() -> accessor.invoke(odd))
                        .cause()
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("the config 'port' of this " + schema.type() + " is not a port");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documentedLeaves")
    void whatTheLeavesShareIsReachedByReflectionToo(TypeSchema schema) throws ReflectiveOperationException {
        ConnectionSpec leaf = ConnectionSpec.of(schema.type(), Map.of("extra", "1"), Map.of());
        Class<?> type = leaf.getClass();

        assertThat(type.getMethod("configs").invoke(leaf)).isEqualTo(Map.of("extra", "1"));
        assertThat(type.getMethod("secrets").invoke(leaf)).isEqualTo(Map.of());
        assertThat(type.getMethod("connectionType").invoke(leaf)).isEqualTo(schema.type());
        assertThat(type.getMethod("config", String.class, String.class).invoke(leaf, "extra", "2"))
                .isEqualTo(leaf.config("extra", "2"));
        assertThat(type.getMethod("secret", String.class, Secret.class).invoke(leaf, "s", Secret.of("")))
                .isEqualTo(leaf.secret("s", Secret.of("")));
    }

    @Test
    void leavesAreFinalAndMadeByTheirVerbsAlone() {
        assertThat(ConnectionSpec.class.getPermittedSubclasses()).allSatisfy(leaf -> {
            assertThat(leaf).isFinal();
            assertThat(leaf.getConstructors()).isEmpty();
        });
    }
}
