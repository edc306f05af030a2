package io.connreg.wire;

import static io.connreg.wire.WireDesk.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Connections;
import io.connreg.Operation;
import io.connreg.OperationEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An answer and the events of its operations carry the same request id. */
final class WireEventsTest {
    private final List<OperationEvent> told = new ArrayList<>();
    private final WireDesk desk = new WireDesk(builder -> builder.auditListener(told::add));
    private final String id = desk.createOrders();

    /** What was told while this was answered, each a word. */
    private List<String> told(WireAnswer answer, int status) {
        assertThat(answer.status()).as(WireDesk.text(answer)).isEqualTo(status);
        List<String> operations = told.stream()
                .map(event -> {
                    assertThat(event.requestId()).isEqualTo(answer.requestId());
                    return event.operation()
                            + (event.isSuccess() ? "" : " " + event.failure())
                            + (event.hidden() ? " hidden" : "");
                })
                .toList();
        told.clear();
        return operations;
    }

    @Test
    void eachRequestIsTold() {
        String clear = "EncryptOption=PlainText";
        assertThat(told).extracting(OperationEvent::operation).containsExactly(Operation.CREATE);
        told.clear();

        WireJson wire = desk.wire;
        Connections alice = desk.alice;
        assertThat(told(
                        wire.createConnection(alice, body("{'ConnectionName':'orders-db'," + WireDesk.ORDERS + "}")),
                        409))
                .containsExactly("CREATE NAME_TAKEN");
        assertThat(told(wire.getConnection(alice, id, null), 200)).containsExactly("GET");
        assertThat(told(wire.getConnection(desk.bob, id, null), 404)).containsExactly("GET NOT_FOUND hidden");
        assertThat(told(wire.getConnection(desk.bob, WireDesk.ABSENT, null), 404))
                .containsExactly("GET NOT_FOUND");
        assertThat(told(wire.getConnection(alice, id, clear), 200)).containsExactly("OPEN");
        assertThat(told(wire.listConnections(alice, null), 200)).containsExactly("LIST");
        assertThat(told(wire.listConnections(alice, clear), 200)).containsExactly("LIST", "OPEN");
        assertThat(told(wire.updateConnection(alice, id, body("{'Description':'d'}")), 200))
                .containsExactly("UPDATE");
        assertThat(told(
                        wire.validateConnection(alice, body("{'WorkspaceId':'ws-1','ConnectionId':'" + id + "'}")),
                        200))
                .containsExactly("GET", "VALIDATE");
        assertThat(told(wire.validateConnection(alice, body("{'WorkspaceId':'ws-1'," + WireDesk.ORDERS + "}")), 200))
                .containsExactly("VALIDATE");
        assertThat(told(wire.deleteConnection(desk.bob, id), 404)).containsExactly("DELETE NOT_FOUND hidden");
        assertThat(told(wire.deleteConnection(alice, id), 200)).containsExactly("DELETE");
    }

    @Test
    void randomRequestIdsAgreeToo() {
        told.clear();
        WireAnswer one = WireJson.strict().getConnection(desk.alice, id, null);
        WireAnswer other = WireJson.lenient().getConnection(desk.alice, id, null);

        assertThat(told).extracting(OperationEvent::requestId).containsExactly(one.requestId(), other.requestId());
        assertThat(one.requestId()).isNotEqualTo(other.requestId());
    }

    @Test
    void whatCannotBeReadAsksForNoOperation() {
        told.clear();

        assertThat(told(desk.wire.createConnection(desk.alice, body("{")), 400)).isEmpty();
        assertThat(told(desk.wire.getConnection(desk.alice, id, "EncryptOption=Maybe"), 400))
                .isEmpty();
    }
}
