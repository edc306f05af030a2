package io.connreg.wire;

import static io.connreg.wire.WireDesk.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Connections;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A connection that the caller may not see is answered as one that there is not, to the byte. */
final class HiddenOnTheWireTest {
    private final WireDesk desk = new WireDesk();
    private final String hidden = desk.createOrders();

    /** What is asked of a connection by its id. */
    interface Request {
        WireAnswer send(WireJson wire, Connections caller, String id);
    }

    private static Request validate(BiFunction<String, String, String> members) {
        return (wire, caller, id) -> wire.validateConnection(
                caller,
                body("{'WorkspaceId':'ws-1'," + members.apply(id, new SecretReference(id, "password").text()) + "}"));
    }

    private static Request update(String json) {
        return (wire, caller, id) -> wire.updateConnection(caller, id, body(json));
    }

    static Stream<Map.Entry<String, Request>> requests() {
        Map<String, Request> requests = new TreeMap<>();
        requests.put("get", (wire, caller, id) -> wire.getConnection(caller, id, null));
        requests.put("open", (wire, caller, id) -> wire.getConnection(caller, id, "EncryptOption=PlainText"));
        requests.put("get what is malformed", (wire, caller, id) -> wire.getConnection(caller, id, "Order=x"));
        requests.put("delete", (wire, caller, id) -> wire.deleteConnection(caller, id));
        requests.put("update", update("{'Description':'d'}"));
        requests.put("update nothing", update("{}"));
        requests.put("update what is malformed", update("{'Description':1.5}"));
        requests.put("update to what the row forbids", update("{'Configs':{'port':'abc'}}"));
        requests.put("update to a large one", update("{'Configs':{'port':'" + "9".repeat(9_000) + "'}}"));
        requests.put("update with a reference", update("{'Secrets':{'password':'connreg-secret-reference.'}}"));
        requests.put("validate", validate((id, reference) -> "'ConnectionId':'" + id + "'"));
        requests.put(
                "validate as another type",
                validate((id, reference) -> "'ConnectionType':'CustomConnection','ConnectionId':'" + id + "'"));
        requests.put(
                "validate what the row forbids",
                validate((id, reference) -> "'ConnectionId':'" + id + "','Configs':{'port':'abc'}"));
        requests.put(
                "validate by reference", validate((id, reference) -> "'Secrets':{'password':'" + reference + "'}"));
        requests.put(
                "validate by a reference of another key",
                validate((id, reference) -> "'Secrets':{'other':'" + reference + "'}"));
        requests.put("list by id", (wire, caller, id) -> wire.listConnections(caller, "ConnectionIds=" + id));
        requests.put(
                "list in the clear by id",
                (wire, caller, id) -> wire.listConnections(caller, "EncryptOption=PlainText&ConnectionIds=" + id));
        return requests.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void hiddenIsAsAbsent(Map.Entry<String, Request> request) {
        for (Connections stranger : new Connections[] {desk.bob, desk.outsider}) {
            WireAnswer ofHidden = request.getValue().send(desk.wire, stranger, hidden);
            WireAnswer ofAbsent = request.getValue().send(desk.wire, stranger, WireDesk.ABSENT);

            assertThat(ofHidden.status()).isEqualTo(ofAbsent.status());
            assertThat(WireDesk.text(ofHidden).replace(hidden, WireDesk.ABSENT)).isEqualTo(WireDesk.text(ofAbsent));
        }
    }

    /** Else the test above would compare answers that never looked. */
    @ParameterizedTest
    @MethodSource("requests")
    void itsCreatorIsAnsweredOtherwiseUnlessTheRequestIsMalformed(Map.Entry<String, Request> request) {
        WireAnswer ofOwn = request.getValue().send(desk.wire, desk.alice, hidden);
        WireAnswer ofAbsent = request.getValue().send(desk.wire, desk.alice, WireDesk.ABSENT);
        boolean refusedUnseen = ofAbsent.status() == 400;

        assertThat(WireDesk.text(ofOwn).replace(hidden, WireDesk.ABSENT).equals(WireDesk.text(ofAbsent)))
                .isEqualTo(refusedUnseen);
    }
}
