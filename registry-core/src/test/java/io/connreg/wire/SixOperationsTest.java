package io.connreg.wire;

import static io.connreg.wire.WireDesk.body;
import static io.connreg.wire.WireDesk.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.connreg.Caller;
import io.connreg.ConnectionType;
import io.connreg.Connections;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each operation answers in the vendor's shape, and with nothing else. */
final class SixOperationsTest {
    private static final String REQUEST = "{'ConnectionName':'qwen','ConnectionType':'DashScopeConnection',"
            + "'WorkspaceId':'ws-1','Accessibility':'PUBLIC','Description':'d','Configs':{'base_url':'host/v1'},"
            + "'Secrets':{'api_key':'sk-1'},'Models':[{'Model':'m','DisplayName':'M','ModelType':'ReRank',"
            + "'ToolCall':true,'MaxModelLength':4096,'SupportReasoning':false,'SupportResponseSchema':true,"
            + "'SupportVision':false}],'ResourceMeta':{'InstanceId':'i','InstanceName':'n','Extra':'{}'}}";
    private static final String MEMBERS = "'ConnectionId':'ID','ConnectionName':'qwen',"
            + "'ConnectionType':'DashScopeConnection','WorkspaceId':'ws-1','Accessibility':'PUBLIC','Description':'d',"
            + "'Creator':'alice','GmtCreateTime':'2025-03-07T07:54:56Z','GmtModifiedTime':'2025-03-07T07:54:56Z',"
            + "'Configs':{'base_url':'host/v1'},'Models':[{'Model':'m','DisplayName':'M','ModelType':'ReRank',"
            + "'ToolCall':true,'MaxModelLength':4096,'SupportReasoning':false,'SupportResponseSchema':true,"
            + "'SupportVision':false}],'ResourceMeta':{'InstanceId':'i','InstanceName':'n','Extra':'{}'},"
            + "'Secrets':{'api_key':";

    private final Probe probe = new Probe();
    private final WireDesk desk = new WireDesk(builder -> builder.probe(probe));

    /** Finds of every DashScope connection what it is told to. */
    private static final class Probe implements ConnectionProbe {
        private @Nullable Failure failure;

        @Override
        public boolean accepts(ConnectionType type) {
            return type.equals(ConnectionType.DASH_SCOPE);
        }

        @Override
        public Optional<Failure> probe(ConnectionSpec spec, ProbeRun run) {
            return Optional.ofNullable(failure);
        }
    }

    private String create() {
        return WireDesk.done(desk.wire.createConnection(desk.alice, body(REQUEST)))
                .get("ConnectionId")
                .textValue();
    }

    @Test
    void createAnswersWithTheId() {
        WireAnswer answer = desk.wire.createConnection(desk.alice, body(REQUEST));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.requestId()).isEqualTo("R-1");
        assertThat(text(answer)).matches("\\{'ConnectionId':'conn-[a-z0-9]{18}','RequestId':'R-1'}");
    }

    @Test
    void getAnswersFlatWithTheConnection() {
        String id = create();
        String reference = new SecretReference(id, "api_key").text();

        assertThat(text(desk.wire.getConnection(desk.bob, id, null)).replace(id, "ID"))
                .isEqualTo("{" + MEMBERS + "'" + reference + "'},'RequestId':'R-1'}");
        assertThat(text(desk.wire.getConnection(desk.bob, id, "EncryptOption=PlainText"))
                        .replace(id, "ID"))
                .isEqualTo("{" + MEMBERS + "'sk-1'},'RequestId':'R-1'}");
    }

    @Test
    void listAnswersWithAPageOfConnections() {
        String id = create();
        String reference = new SecretReference(id, "api_key").text();

        assertThat(text(desk.wire.listConnections(desk.bob, null)).replace(id, "ID"))
                .isEqualTo("{'Connections':[{" + MEMBERS + "'" + reference
                        + "'}}],'MaxResults':10,'TotalCount':1,'RequestId':'R-1'}");
        assertThat(text(desk.wire.listConnections(desk.outsider, "")))
                .isEqualTo("{'Connections':[],'MaxResults':10,'TotalCount':0,'RequestId':'R-1'}");
    }

    @Test
    void aPageThatOthersFollowHasATokenOfTheNext() {
        create();
        desk.createOrders();

        JsonNode first = desk.list(desk.alice, "MaxResults=1");
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly("Connections", "MaxResults", "NextToken", "TotalCount", "RequestId");
        JsonNode last = desk.list(
                desk.alice, "MaxResults=1&NextToken=" + first.get("NextToken").textValue());
        assertThat(last.has("NextToken")).isFalse();
        assertThat(last.get("TotalCount").intValue()).isEqualTo(2);
    }

    @Test
    void updateAndDeleteAnswerWithTheRequestIdAlone() {
        String id = create();

        assertThat(text(desk.wire.updateConnection(desk.alice, id, body("{'Description':'e'}"))))
                .isEqualTo("{'RequestId':'R-1'}");
        assertThat(desk.get(id).get("GmtModifiedTime").textValue())
                .matches("2025-03-07T07:5\\d:\\d\\dZ")
                .isGreaterThan(desk.get(id).get("GmtCreateTime").textValue());
        assertThat(text(desk.wire.deleteConnection(desk.alice, id))).isEqualTo("{'RequestId':'R-1'}");
        WireDesk.refused(desk.wire.getConnection(desk.alice, id, null), 404, "NOT_FOUND");
    }

    @Test
    void validateAnswersWhetherAConnectionWorks() {
        byte[] stored = body("{'WorkspaceId':'ws-1','ConnectionId':'" + create() + "','ValidateType':'Connectivity'}");

        JsonNode success = WireDesk.done(desk.wire.validateConnection(desk.alice, stored));
        assertThat(success.fieldNames()).toIterable().containsExactly("Status", "Message", "Details", "RequestId");
        assertThat(success.get("Status").textValue()).isEqualTo("success");
        assertThat(success.get("Message").textValue()).contains("qwen");
        assertThat(success.get("Details").get("LatencyMs").textValue()).matches("[0-9]+");
        probe.failure = Failure.LOGIN_REFUSED;
        JsonNode failed = WireDesk.done(desk.wire.validateConnection(desk.alice, stored));
        assertThat(failed.fieldNames())
                .toIterable()
                .containsExactly("Status", "Code", "Message", "Details", "RequestId");
        assertThat(failed.get("Status").textValue()).isEqualTo("failed");
        assertThat(failed.get("Code").textValue()).isEqualTo("LOGIN_REFUSED");
    }

    @Test
    void validateTestsWhatIsNotStored() {
        probe.failure = Failure.UNREACHABLE;
        byte[] unsaved = body("{'WorkspaceId':'ws-1','ConnectionType':'DashScopeConnection',"
                + "'Configs':{'base_url':'host/v1'},'Secrets':{'api_key':'sk-1'}}");

        JsonNode answer = WireDesk.done(desk.wire.validateConnection(desk.alice, unsaved));

        assertThat(answer.get("Status").textValue()).isEqualTo("failed");
        assertThat(answer.get("Code").textValue()).isEqualTo("UNREACHABLE");
        WireDesk.refused(desk.wire.validateConnection(desk.outsider, unsaved), 403, "NOT_PERMITTED");
    }

    @Test
    void eachAnswerHasARequestIdOfItsOwnUnlessTheHostGivesOne() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            WireAnswer answer = WireJson.lenient().getConnection(desk.alice, WireDesk.ABSENT, null);
            assertThat(answer.requestId()).isNotBlank();
            assertThat(WireDesk.json(answer).get("RequestId").textValue()).isEqualTo(answer.requestId());
            ids.add(answer.requestId());
        }
        assertThat(ids).hasSize(3);
    }

    static List<Path> requests() throws IOException {
        return VendorRequestsTest.requests();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void whatWasSentComesBack(Path file) throws IOException {
        Connections ops =
                desk.registry.actingAs(Caller.user("ops").administratorOfAll().defaultWorkspace("1"));
        byte[] sent = Files.readAllBytes(file);
        String id = WireDesk.done(desk.wire.createConnection(ops, sent))
                .get("ConnectionId")
                .textValue();

        JsonNode got = WireDesk.done(desk.wire.getConnection(ops, id, "EncryptOption=PlainText"));

        new ObjectMapper()
                .readTree(sent)
                .properties()
                .forEach(member ->
                        assertThat(got.get(member.getKey())).as(member.getKey()).isEqualTo(member.getValue()));
    }
}
