package io.connreg.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.connreg.Caller;
import io.connreg.Connections;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each parameter of a list narrows or orders it, alone and with others. */
final class ListFiltersTest {
    private final WireDesk desk = new WireDesk();
    private final Connections everywhere =
            desk.registry.actingAs(Caller.user("ops").administratorOfAll());
    private final Map<String, String> ids = new TreeMap<>();

    ListFiltersTest() {
        create(
                desk.alice,
                "Alpha LLM",
                "'ConnectionType':'OpenLLMConnection','Configs':{'base_url':'h'},'Secrets':{'api_key':'k'},'Models':["
                        + "{'Model':'qwen','ModelType':'LLM','ToolCall':true},{'Model':'bge','ModelType':'Embedding'}]");
        create(desk.bob, "beta_100%", "'ConnectionType':'CustomConnection','Configs':{},'Accessibility':'PUBLIC'");
        create(
                desk.alice,
                "向量+库",
                "'ConnectionType':'MilvusConnection','Configs':{'uri':'u'},'Secrets':{'token':'t'},'Models':["
                        + "{'Model':'bge','ModelType':'Embedding','ToolCall':false}]");
        create(desk.outsider, "Delta", "'ConnectionType':'CustomConnection','Configs':{}");
    }

    private void create(Connections creator, String name, String members) {
        ids.put(name, desk.create(creator, name, members));
    }

    private List<String> names(String query) {
        List<String> names = new ArrayList<>();
        desk.list(everywhere, query)
                .get("Connections")
                .forEach(row -> names.add(row.get("ConnectionName").textValue()));
        return names;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                          | Delta;向量+库;beta_100%;Alpha LLM
            WorkspaceId=ws-1                           | 向量+库;beta_100%;Alpha LLM
            WorkspaceId=ws-9                           | -
            ConnectionName=alpha+l                     | Alpha LLM
            ConnectionName=%61LPHA%20L                 | Alpha LLM
            ConnectionName=100%25                      | beta_100%
            ConnectionName=%E5%90%91%E9%87%8F%2B       | 向量+库
            ConnectionTypes=CustomConnection           | Delta;beta_100%
            ConnectionTypes=MilvusConnection,OpenLLMConnection,Unheard | 向量+库;Alpha LLM
            ConnectionTypes=MilvusConnection%2COpenLLMConnection | 向量+库;Alpha LLM
            ConnectionTypes=Unheard                    | -
            Model=bge                                  | 向量+库;Alpha LLM
            Model=BGE                                  | -
            ModelTypes=LLM                             | Alpha LLM
            ModelTypes=LLM,Embedding                   | 向量+库;Alpha LLM
            ModelTypes=ReRank                          | -
            ToolCall=true                              | Alpha LLM
            ToolCall=false                             | 向量+库;Alpha LLM
            Creator=bob                                | beta_100%
            Creator=Bob                                | -
            Accessibility=PUBLIC                       | beta_100%
            Accessibility=PRIVATE                      | Delta;向量+库;Alpha LLM
            Model=bge&ModelTypes=Embedding&ToolCall=false | 向量+库;Alpha LLM
            Model=qwen&ModelTypes=Embedding            | -
            Model=bge&ToolCall=true                    | -
            ModelTypes=Embedding&ToolCall=true         | -
            WorkspaceId=ws-1&Creator=alice&ConnectionTypes=MilvusConnection | 向量+库
            SortBy=GmtCreateTime&Order=DESC            | Delta;向量+库;beta_100%;Alpha LLM
            Order=ASC                                  | Alpha LLM;beta_100%;向量+库;Delta
            MaxResults=2                               | Delta;向量+库
            """)
    void aParameterDoesWhatItsNameSays(String query, String expected) {
        assertThat(names(query)).isEqualTo(expected == null ? List.of() : List.of(expected.split(";")));
    }

    @Test
    void idsAreTakenSeveralAtATime() {
        String two = "ConnectionIds=" + ids.get("Delta") + "," + ids.get("Alpha LLM");

        assertThat(names(two)).containsExactly("Delta", "Alpha LLM");
        assertThat(names(two + "," + ids.get("Delta") + ",," + WireDesk.ABSENT)).containsExactly("Delta", "Alpha LLM");
        assertThat(names("ConnectionIds=" + WireDesk.ABSENT + ",no id at all".replace(' ', '+')))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "&&",
                "WorkspaceId=",
                "WorkspaceId",
                "ConnectionIds=&ConnectionName=&ConnectionTypes=&Model=&ModelTypes=&ToolCall=&Creator=&Accessibility="
                        + "&EncryptOption=&MaxResults=&NextToken=&SortBy=&Order=",
                "ConnectionTypes=,&ModelTypes=,+,"
            })
    void aParameterWithoutAValueIsAsIfItWereNotThere(String query) {
        assertThat(names(query)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Order=ASC", "Order=DESC"})
    void aWalkByTokensSeesEachConnectionOnceInItsOrder(String order) {
        for (int i = 0; i < 21; i++) {
            desk.create("c" + i, "'ConnectionType':'CustomConnection','Configs':{}");
        }
        List<String> walked = new ArrayList<>();
        String query = order + "&MaxResults=7&WorkspaceId=ws-1";
        JsonNode page = desk.list(everywhere, query);
        while (page.has("NextToken")) {
            assertThat(page.get("Connections")).hasSize(7);
            page.get("Connections")
                    .forEach(row -> walked.add(row.get("GmtCreateTime").textValue() + row.get("ConnectionId")));
            assertThat(page.get("MaxResults").intValue()).isEqualTo(7);
            assertThat(page.get("TotalCount").intValue()).isEqualTo(24);
            String token = page.get("NextToken").textValue();
            page = desk.list(everywhere, query + "&NextToken=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
        }
        page.get("Connections")
                .forEach(row -> walked.add(row.get("GmtCreateTime").textValue() + row.get("ConnectionId")));

        assertThat(walked).hasSize(24).doesNotHaveDuplicates();
        assertThat(order.equals("Order=ASC") ? walked : reversed(walked)).isSorted();
    }

    private static List<String> reversed(List<String> list) {
        List<String> reversed = new ArrayList<>(list);
        java.util.Collections.reverse(reversed);
        return reversed;
    }
}
