package io.connreg.wire;

import static io.connreg.wire.WireDesk.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.connreg.core.HostileText;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any text may be a secret, but one that begins as a reference does. */
final class WireSecretProperties {
    private static final String REFERENCE = new SecretReference(WireDesk.ABSENT, "password").text();

    private final WireDesk desk = new WireDesk();
    private int created;

    @Provide
    static Arbitrary<String> wellFormed() {
        Arbitrary<String> nearlyReferences = Arbitraries.of(
                "connreg-secret-reference",
                " " + REFERENCE,
                REFERENCE.substring(1),
                "Connreg-secret-reference." + REFERENCE,
                "\"" + REFERENCE + "\"");
        return Arbitraries.oneOf(
                HostileText.codePoints(),
                nearlyReferences,
                Arbitraries.of("", "null", "********", "{fernet}:x", "AQ==", "\u0000"));
    }

    private static byte[] request(String name, String text, boolean escaped) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("ConnectionName", name)
                .put("ConnectionType", "CustomConnection")
                .putObject("Configs");
        json.putObject("Secrets").put("s", text);
        String written = json.toString();
        return (escaped ? asciiOnly(written) : written).getBytes(StandardCharsets.UTF_8);
    }

    private static String asciiOnly(String json) {
        StringBuilder ascii = new StringBuilder();
        json.chars().forEach(unit -> ascii.append(unit < 0x7F ? "" + (char) unit : String.format("\\u%04x", unit)));
        return ascii.toString();
    }

    @Property(tries = 300)
    void anyOtherTextIsASecretLikeAnyOther(@ForAll("wellFormed") String text, @ForAll boolean escaped) {
        String id = WireDesk.done(desk.wire.createConnection(desk.alice, request("c" + created++, text, escaped)))
                .get("ConnectionId")
                .textValue();

        assertThat(desk.open(id).at("/Secrets/s").textValue()).isEqualTo(text);
    }

    @Property(tries = 100)
    void noTextThatBeginsAsAReferenceIsTaken(@ForAll("wellFormed") String text) {
        byte[] request = request("c", "connreg-secret-reference." + text, false);

        assertThat(WireDesk.invalid(desk.wire.createConnection(desk.alice, request)))
                .contains("\n  Secrets.s: is a reference");
    }

    @Example
    void aSecretOfTheGreatestLengthIsTaken() {
        String id = desk.create(
                "c", "'ConnectionType':'CustomConnection','Configs':{},'Secrets':{'s':'" + "x".repeat(65_536) + "'}");

        assertThat(desk.open(id).at("/Secrets/s").textValue()).hasSize(65_536);
        assertThat(WireDesk.invalid(desk.wire.updateConnection(
                        desk.alice, id, body("{'Secrets':{'s':'" + "x".repeat(65_537) + "'}}"))))
                .contains("\n  Secrets.s: may have at most 65536 bytes of UTF-8 [TOO_LARGE]");
    }
}
