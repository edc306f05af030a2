package io.connreg.wire;

import static io.connreg.wire.WireDesk.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.connreg.Caller;
import io.connreg.Connections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What create and update make of the fields that are there, and of those that are not. */
final class WrittenFieldsTest {
    private static final String ALL_OF_A_MODEL = "{'Model':'m','DisplayName':'M','ModelType':'LLM','ToolCall':true,"
            + "'MaxModelLength':9007199254740993,'SupportReasoning':true,'SupportResponseSchema':true,"
            + "'SupportVision':true}";

    private final WireDesk desk = new WireDesk();

    private static String of(JsonNode connection, String member) {
        return connection.path(member).toString().replace('"', '\'');
    }

    @Test
    void whatACreateLeavesOutIsLeftOutOfTheAnswer() {
        String id = desk.create("c", "'ConnectionType':'CustomConnection','Configs':{}");

        assertThat(desk.get(id).fieldNames())
                .toIterable()
                .containsExactly(
                        "ConnectionId",
                        "ConnectionName",
                        "ConnectionType",
                        "WorkspaceId",
                        "Accessibility",
                        "Creator",
                        "GmtCreateTime",
                        "GmtModifiedTime",
                        "Configs",
                        "Secrets",
                        "RequestId");
        assertThat(desk.get(id).get("Accessibility").textValue()).isEqualTo("PRIVATE");
    }

    @Test
    void aNullIsAsIfTheFieldWereNotThere() {
        String id = desk.create(
                "c",
                "'ConnectionType':'CustomConnection','Configs':{'kept':'1','k':null},'Secrets':{'s':null},"
                        + "'WorkspaceId':null,'Accessibility':null,'Description':null,'Models':null,"
                        + "'ResourceMeta':null");

        JsonNode got = desk.get(id);
        assertThat(of(got, "Configs")).isEqualTo("{'kept':'1'}");
        assertThat(of(got, "Secrets")).isEqualTo("{}");
        assertThat(got.get("WorkspaceId").textValue()).isEqualTo("ws-1");
        assertThat(got.has("Models")).isFalse();
    }

    @Test
    void withoutAWorkspaceAConnectionIsMadeInTheCallersDefaultOne() {
        String json = "{'ConnectionName':'c','ConnectionType':'CustomConnection','Configs':{}}";
        Caller carol = Caller.user("carol").memberOf("ws-1", "ws-2");
        Connections choosing = desk.registry.actingAs(carol.defaultWorkspace("ws-2"));
        Connections undecided = desk.registry.actingAs(carol);

        WireDesk.done(desk.wire.createConnection(choosing, body(json)));

        assertThat(desk.list(choosing, null).at("/Connections/0/WorkspaceId").textValue())
                .isEqualTo("ws-2");
        assertThat(WireDesk.invalid(desk.wire.createConnection(undecided, body(json))))
                .contains("\n  WorkspaceId: name a workspace");
    }

    @Test
    void aPortMayBeANumber() {
        String id = desk.create("db", WireDesk.ORDERS.replace("'3306'", "3306"));

        assertThat(desk.get(id).at("/Configs/port").textValue()).isEqualTo("3306");
        desk.update(id, "{'Configs':{'port':3307}}");
        assertThat(desk.get(id).at("/Configs/port").textValue()).isEqualTo("3307");
    }

    @Test
    void allEightFieldsOfAModelAreKeptByCreateAndByUpdate() {
        String models = "'Models':[" + ALL_OF_A_MODEL + ",{'Model':'only'},{}]";
        String created = desk.create("a", "'ConnectionType':'CustomConnection','Configs':{}," + models);
        String updated = desk.create("b", "'ConnectionType':'CustomConnection','Configs':{}");
        desk.update(updated, "{" + models + "}");

        for (String id : new String[] {created, updated}) {
            assertThat("'Models':" + of(desk.get(id), "Models")).isEqualTo(models);
        }
    }

    @Test
    void whatAnUpdateLeavesOutStays() {
        String id = desk.create("db", WireDesk.ORDERS + ",'Description':'d','Models':[{'Model':'m'}]");
        JsonNode before = desk.open(id);

        desk.update(id, "{}");
        desk.update(id, "{'Description':null,'Configs':null,'Secrets':null,'Models':null}");
        desk.update(id, "{'Configs':{},'Secrets':{}}");

        JsonNode after = desk.open(id);
        for (String member : new String[] {"Description", "Configs", "Secrets", "Models"}) {
            assertThat(of(after, member)).isEqualTo(of(before, member));
        }
    }

    @Test
    void anEmptyArrayClearsModelsAndAnEmptyTextTheDescription() {
        String id = desk.create("db", WireDesk.ORDERS + ",'Description':'d','Models':[{'Model':'m'}]");

        desk.update(id, "{'Models':[]}");
        assertThat(desk.get(id).has("Models")).isFalse();
        assertThat(desk.get(id).get("Description").textValue()).isEqualTo("d");
        desk.update(id, "{'Description':''}");
        assertThat(desk.get(id).has("Description")).isFalse();
    }

    @Test
    void mapsAreMergedKeyByKeyAndANullEntryIsAnAbsentOne() {
        String id = desk.createOrders();
        desk.update(id, "{'Secrets':{'other':'o'}}");

        desk.update(id, "{'Configs':{'host':'db2','port':null,'extra':'e'},'Secrets':{'password':'n3w','other':null}}");

        JsonNode after = desk.open(id);
        assertThat(of(after, "Configs"))
                .isEqualTo("{'database':'orders','extra':'e','host':'db2','port':'3306','type':'mysql',"
                        + "'username':'app'}");
        assertThat(of(after, "Secrets")).isEqualTo("{'other':'o','password':'n3w'}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ConnectionName", "ConnectionType", "WorkspaceId", "Accessibility", "ResourceMeta"})
    void whatAnUpdateCannotChangeIsRefusedUnlessUnknownFieldsAreIgnored(String field) {
        String id = desk.createOrders();
        JsonNode before = desk.open(id);
        byte[] body = body("{'" + field + "':'x'}");

        assertThat(WireDesk.invalid(desk.wire.updateConnection(desk.alice, id, body)))
                .contains("\n  " + field + ": there is no such field; there are ");
        WireDesk.done(WireJson.lenient().updateConnection(desk.alice, id, body));

        JsonNode after = desk.open(id);
        for (String member : new String[] {"ConnectionName", "ConnectionType", "WorkspaceId", "Accessibility"}) {
            assertThat(after.get(member)).isEqualTo(before.get(member));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "1", "'text'"})
    void aBodyThatIsNoObjectIsRefusedByEachOperationThatTakesOne(String json) {
        String id = desk.createOrders();

        for (WireAnswer answer : new WireAnswer[] {
            desk.wire.createConnection(desk.alice, body(json)),
            desk.wire.updateConnection(desk.alice, id, body(json)),
            desk.wire.validateConnection(desk.alice, body(json))
        }) {
            assertThat(WireDesk.invalid(answer)).endsWith("\n  body: must be a JSON object [MALFORMED]");
        }
    }
}
