package io.connreg.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionType;
import io.connreg.spec.KeySchema.Form;
import io.connreg.spec.KeySchema.Place;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class KeySchemaTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "rm-bp000.mysql.rds.aliyuncs.com",
                "my_host.",
                "10.0.0.1",
                "::1",
                "[::1]",
                "fe80::1%eth0",
                "::ffff:10.0.0.1",
                "2001:db8::ff00:42:8329",
                "数据库.internal",
                "उदाहरण.परीक्षा"
            })
    void aHostIsANameOrAnAddress(String host) {
        assertThat(Form.HOST.accepts(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "host name",
                "host:3306",
                "db:3306",
                "cafe:80",
                "10.0.0.1:3306",
                "[::1]:3306",
                "[::1",
                "::1]",
                "http://host",
                "host/path",
                "user@host",
                "host?x=1",
                "host#x",
                "host\n",
                "host,other",
                "host;x",
                "[host]"
            })
    void aHostHasNeitherSchemeNorPortNorPath(String host) {
        assertThat(Form.HOST.accepts(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "80", "3306", "65535"})
    void aPortIsAWholeNumberUpTo65535(String port) {
        assertThat(Form.PORT.accepts(port)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0", "-1", "+80", "080", "65536", "99999", "100000", "80 ", "8e1", "8080.0", "٨٠", "eighty"})
    void aPortIsNothingElse(String port) {
        assertThat(Form.PORT.accepts(port)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://h:1/path?x=1", "h.example.com/api/v1", "127.0.0.1:19530", "https://[::1]:9200", "数据库"})
    void anAddressMayLackAScheme(String url) {
        assertThat(Form.URL.accepts(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "http://h /path", "h\n", "\th"})
    void anAddressHasNoWhiteSpace(String url) {
        assertThat(Form.URL.accepts(url)).isFalse();
    }

    @Test
    void aTextIsNotBlankAndAnySecretMayBe() {
        assertThat(Form.TEXT.accepts(" x ")).isTrue();
        assertThat(Form.TEXT.accepts(" ")).isFalse();
        assertThat(Form.ANY.accepts("")).isTrue();
    }

    static List<TypeSchema> documented() {
        return TypeSchema.documented();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void loginPartnersNameEachOtherAcrossThePlaces(TypeSchema schema) {
        for (KeySchema key : schema.keys()) {
            Place other = key.place() == Place.CONFIG ? Place.SECRET : Place.CONFIG;
            Optional.ofNullable(key.partner())
                    .ifPresent(name -> assertThat(schema.key(other, name).map(KeySchema::partner))
                            .contains(key.name()));
        }
    }

    @ParameterizedTest
    @MethodSource("documented")
    void onlyALoginNameIsHarmlessAmongTheConfigs(TypeSchema schema) {
        for (KeySchema key : schema.keys()) {
            if (key.place() == Place.CONFIG) {
                assertThat(schema.isDestination(key.name())).isEqualTo((key.partner() == null));
            }
        }
        assertThat(schema.isDestination("heard-of-by-nobody")).isTrue();
    }

    @Test
    void aTypeThatIsNotDocumentedHasAnEmptySchemaOfItsOwn() {
        ConnectionType unheard = new ConnectionType("DeepSeekConnection");

        assertThat(TypeSchema.of(unheard)).isEqualTo(new TypeSchema(unheard, List.of()));
        assertThat(TypeSchema.documented()).doesNotContain(TypeSchema.of(unheard));
        assertThat(TypeSchema.of(ConnectionType.RDS).key(Place.SECRET, "host")).isEqualTo(Optional.empty());
    }
}
