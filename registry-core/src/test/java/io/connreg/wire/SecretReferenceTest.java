package io.connreg.wire;

import static io.connreg.wire.WireDesk.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionType;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What stands for a secret in an answer is never stored for one, and a validation takes it for what it stands for. */
final class SecretReferenceTest {
    private static final String MARK = "connreg-secret-reference.";

    private final Probe probe = new Probe();
    private final WireDesk desk = new WireDesk(builder -> builder.probe(probe));
    private final String id = desk.createOrders();

    /** Finds every connection good, and keeps what it was given. */
    private static final class Probe implements ConnectionProbe {
        private final List<Map<String, String>> given = new ArrayList<>();

        @Override
        public boolean accepts(ConnectionType type) {
            return true;
        }

        @Override
        public Optional<Failure> probe(ConnectionSpec spec, ProbeRun run) {
            Map<String, String> seen = new TreeMap<>(spec.configs());
            spec.secrets().forEach((key, secret) -> seen.put(key, secret.reveal()));
            given.add(seen);
            return Optional.empty();
        }
    }

    /** References whole, cut, edited, of other things, and texts that only begin as one. */
    static List<String> marked() {
        String whole = new SecretReference(WireDesk.ABSENT, "password").text();
        return List.of(
                whole,
                whole.substring(0, whole.length() - 1),
                whole + "=",
                whole + "A",
                whole.toUpperCase(Locale.ROOT).replace(MARK.toUpperCase(Locale.ROOT), MARK),
                new SecretReference(WireDesk.ABSENT, "").text(),
                new SecretReference("", "").text(),
                MARK,
                MARK + "!",
                MARK + "canary7c1f",
                MARK + "Y29ubg",
                MARK + "\uFFFD\u8BA2",
                MARK + " " + whole);
    }

    @ParameterizedTest
    @MethodSource("marked")
    void createAndUpdateRefuseWhatIsMarkedAndDoNotRepeatIt(String text) {
        String secrets = "'Secrets':{'a':'fine','password':'" + text + "'}";
        String problem = ", 1 problem:\n  Secrets.password: is a reference, which stands for a stored secret in an"
                + " answer: give the secret itself, or leave the field out to keep what is stored [MALFORMED]";

        for (WireJson wire : List.of(desk.wire, WireJson.lenient())) {
            assertThat(WireDesk.invalid(wire.createConnection(
                            desk.alice,
                            body("{'ConnectionName':'c','ConnectionType':'CustomConnection','Configs':{}," + secrets
                                    + "}"))))
                    .endsWith(problem);
            assertThat(WireDesk.invalid(wire.updateConnection(desk.alice, id, body("{" + secrets + "}"))))
                    .endsWith(problem);
        }
        assertThat(desk.open(id).get("Secrets").toString()).isEqualTo("{\"password\":\"s3cret\"}");
    }

    @Test
    void anAnswerSentBackAsAnUpdateIsRefusedAndWithoutItsReferencesIsNot() {
        String configs = "'Configs':" + desk.get(id).get("Configs").toString().replace('"', '\'');
        String secrets = "'Secrets':" + desk.get(id).get("Secrets").toString().replace('"', '\'');

        WireDesk.invalid(desk.wire.updateConnection(desk.alice, id, body("{" + configs + "," + secrets + "}")));
        desk.update(id, "{" + configs + "}");

        assertThat(desk.open(id).at("/Secrets/password").textValue()).isEqualTo("s3cret");
    }

    private WireAnswer validate(String members) {
        return desk.wire.validateConnection(desk.alice, body("{'WorkspaceId':'ws-1'," + members + "}"));
    }

    private String password(String connection, String key) {
        return "'Secrets':{'password':'" + new SecretReference(connection, key).text() + "'}";
    }

    @Test
    void aValidationTakesAReferenceForTheStoredSecret() {
        String own = password(id, "password");

        for (String members : List.of(
                own,
                own + ",'ConnectionId':'" + id + "'",
                own + ",'ConnectionId':null,'ConnectionType':'RDSConnection'",
                own + ",'Configs':{'host':'db.internal'}",
                "'ConnectionId':'" + id + "'",
                own.replace("{", "{'other':'0',"))) {
            assertThat(WireDesk.done(validate(members)).get("Status").textValue())
                    .isEqualTo("success");
        }
        assertThat(probe.given)
                .hasSize(6)
                .allSatisfy(seen -> assertThat(seen)
                        .containsEntry("password", "s3cret")
                        .containsEntry("host", "db.internal")
                        .containsEntry("port", "3306"));
        assertThat(probe.given.get(5)).containsEntry("other", "0");
    }

    @Test
    void aValidationPutsWhatIsNoReferenceOverWhatIsStoredAndStoresNothing() {
        WireDesk.done(validate("'ConnectionId':'" + id + "','Configs':{'host':'db2'},'Secrets':{'password':'n3w'}"));

        assertThat(probe.given)
                .singleElement()
                .satisfies(seen -> assertThat(seen)
                        .containsEntry("password", "n3w")
                        .containsEntry("host", "db2")
                        .containsEntry("database", "orders"));
        assertThat(desk.open(id).at("/Secrets/password").textValue()).isEqualTo("s3cret");
        assertThat(desk.get(id).at("/Configs/host").textValue()).isEqualTo("db.internal");
    }

    @Test
    void aValidationRefusesAReferenceThatIsNotOfThisSecretOfThisConnection() {
        String other = desk.create("other", WireDesk.ORDERS);
        String problem =
                ", 1 problem:\n  Secrets.password: is not the reference of this secret of the connection [MALFORMED]";

        for (String members : List.of(
                password(other, "password") + ",'ConnectionId':'" + id + "'",
                password(id, "other") + ",'ConnectionId':'" + id + "'",
                password(id, "other"),
                password(id, ""))) {
            assertThat(WireDesk.invalid(validate(members))).endsWith(problem);
        }
        assertThat(WireDesk.invalid(validate("'Secrets':{'a':'" + new SecretReference(other, "a").text()
                        + "','password':'" + new SecretReference(id, "password").text() + "'}")))
                .endsWith(problem);
        assertThat(probe.given).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("marked")
    void aValidationRefusesWhatWasCutOrEditedWhateverElseIsSaid(String text) {
        String secrets = "'Secrets':{'password':'" + text + "'}";

        for (String members : List.of(
                secrets + ",'ConnectionId':'" + id + "'",
                secrets + ",'ConnectionType':'RDSConnection','Configs':{'type':'mysql','host':'h','port':'1',"
                        + "'database':'d','username':'u'}")) {
            WireAnswer answer = validate(members);
            assertThat(answer.status()).isIn(400, 404);
            assertThat(WireDesk.text(answer)).doesNotContain(text);
        }
        assertThat(probe.given).isEmpty();
    }

    @Test
    void aValidationNamesWorkspaceAndTypeAsTheyAreStored() {
        String stored = "'ConnectionId':'" + id + "'";

        assertThat(WireDesk.invalid(validate(stored + ",'ConnectionType':'CustomConnection'")))
                .endsWith("1 problem:\n  ConnectionType: is not the type of the connection [MALFORMED]");
        assertThat(WireDesk.invalid(desk.wire.validateConnection(
                        desk.alice, body("{'WorkspaceId':'ws-2','ConnectionType':'x'," + stored + "}"))))
                .contains("2 problems:", "\n  WorkspaceId: is not", "\n  ConnectionType: is not");
        assertThat(WireDesk.invalid(desk.wire.validateConnection(desk.alice, body("{" + stored + "}"))))
                .endsWith("1 problem:\n  WorkspaceId: must be given [REQUIRED]");
        assertThat(WireDesk.invalid(validate("'ConnectionType':' ','ValidateType':'Full','Models':[]"))
                        .lines())
                .containsExactly(
                        "cannot read the request, 3 problems:",
                        "  ConnectionType: must be given, or a ConnectionId of what is stored [REQUIRED]",
                        "  ValidateType: must be Connectivity [MALFORMED]",
                        "  Models: there is no such field; there are [Configs, ConnectionId, ConnectionType, Secrets,"
                                + " ValidateType, WorkspaceId] [UNKNOWN_FIELD]");
    }
}
