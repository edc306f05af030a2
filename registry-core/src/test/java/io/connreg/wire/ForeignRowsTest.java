package io.connreg.wire;

import static io.connreg.wire.WireDesk.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.connreg.spi.StoredConnection;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows that this version did not write, or does not wholly understand, are listed, got and deleted like any other. */
final class ForeignRowsTest {
    private final WireDesk desk = new WireDesk();

    private void edit(UnaryOperator<String> documentEdit) {
        desk.store.row = row -> new StoredConnection(row.head(), documentEdit.apply(row.document()));
    }

    private void isListedGotAndDeleted(String id, String type, String host) {
        JsonNode got = desk.get(id);
        assertThat(got.get("ConnectionType").textValue()).isEqualTo(type);
        assertThat(got.at("/Configs/host").textValue()).isEqualTo(host);
        assertThat(got.at("/Secrets/password").textValue()).isEqualTo(new SecretReference(id, "password").text());
        assertThat(desk.list(desk.alice, "ConnectionTypes=" + type).at("/Connections/0/Configs"))
                .isEqualTo(got.get("Configs"));

        WireDesk.done(desk.wire.deleteConnection(desk.alice, id));
        assertThat(desk.list(desk.alice, null).get("Connections")).isEmpty();
    }

    @Test
    void aTypeThatNobodyKnows() {
        String id = desk.create(
                "far", "'ConnectionType':'CustomMCPConnection','Configs':{'host':'h'},'Secrets':{'password':'p'}");

        desk.update(id, "{'Configs':{'host':'h2'},'Models':[{'ModelType':'Unheard'}]}");
        assertThat(desk.get(id).at("/Models/0/ModelType").textValue()).isEqualTo("Unheard");
        assertThat(desk.open(id).at("/Secrets/password").textValue()).isEqualTo("p");
        isListedGotAndDeleted(id, "CustomMCPConnection", "h2");
    }

    @Test
    void aRowOfANewerFormat() {
        String id = desk.createOrders();
        edit(document -> document.replace("\"format\":1", "\"format\":2,\"later\":[{}]"));

        for (WireAnswer answer : new WireAnswer[] {
            desk.wire.getConnection(desk.alice, id, "EncryptOption=PlainText"),
            desk.wire.updateConnection(desk.alice, id, body("{'Description':'d'}")),
            desk.wire.validateConnection(desk.alice, body("{'WorkspaceId':'ws-1','ConnectionId':'" + id + "'}"))
        }) {
            assertThat(WireDesk.refused(answer, 409, "CONNECTION_UNREADABLE")).contains("newer version");
        }
        isListedGotAndDeleted(id, "RDSConnection", "db.internal");
    }

    @Test
    void aRowWithFieldsThatThisVersionDoesNotKnow() {
        String id = desk.createOrders();
        edit(document -> document.replace("\"format\":1", "\"format\":1,\"labels\":{\"team\":1}"));

        assertThat(desk.open(id).at("/Secrets/password").textValue()).isEqualTo("s3cret");
        isListedGotAndDeleted(id, "RDSConnection", "db.internal");
    }

    @ParameterizedTest
    @CsvSource({"'', EncryptOption=Secret", "{, EncryptOption=PlainText", "no JSON, ''"})
    void aRowWhoseDocumentIsLostIsShownByItsHead(String document, String query) {
        String id = desk.createOrders();
        edit(whole -> document);

        JsonNode listed = desk.list(desk.alice, query).at("/Connections/0");

        assertThat(listed.get("ConnectionId").textValue()).isEqualTo(id);
        assertThat(listed.get("ConnectionName").textValue()).isEqualTo("orders-db");
        assertThat(listed.get("Configs")).isEmpty();
        assertThat(listed.get("Secrets")).isEmpty();
        assertThat(WireDesk.refused(
                        desk.wire.getConnection(desk.alice, id, "EncryptOption=PlainText"),
                        409,
                        "CONNECTION_UNREADABLE"))
                .contains("damaged");
        WireDesk.done(desk.wire.deleteConnection(desk.alice, id));
    }
}
