package io.connreg.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.ConnectionView;
import io.connreg.KeyId;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.ResourceMeta;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class WireViewTest {
    private static final Instant CREATED = Instant.parse("2025-03-07T07:54:56.999999Z");

    private static ConnectionView view(String description, List<ModelInfo> models, ResourceMeta meta) {
        return new ConnectionView(
                "conn-x2wz5zvvbyf2420fi9",
                "123245",
                "订单 \"db\"",
                ConnectionType.RDS,
                Accessibility.PUBLIC,
                "1557",
                description,
                new TreeMap<>(Map.of("port", "3306", "host", "h")),
                Set.of("password"),
                new TreeMap<>(Map.of("password", new KeyId(0xC0FFEE01))),
                models,
                meta,
                CREATED,
                Instant.EPOCH,
                7);
    }

    private static String written(ConnectionView view) {
        return WireJson.strict().writeView(view).replace('"', '\'');
    }

    @Test
    void hasTheVendorsMembersAndTimes() {
        ModelInfo all = new ModelInfo("m", "M", ModelType.RE_RANK, true, 4_096L, false, true, false);

        assertThat(written(view("text", List.of(all), new ResourceMeta("i", "n", "{}"))))
                .isEqualTo(
                        "{'ConnectionId':'conn-x2wz5zvvbyf2420fi9','ConnectionName':'订单 \\'db\\'',"
                                + "'ConnectionType':'RDSConnection','WorkspaceId':'123245','Accessibility':'PUBLIC',"
                                + "'Description':'text','Creator':'1557','GmtCreateTime':'2025-03-07T07:54:56Z',"
                                + "'GmtModifiedTime':'1970-01-01T00:00:00Z','Configs':{'host':'h','port':'3306'},"
                                + "'Models':[{'Model':'m','DisplayName':'M','ModelType':'ReRank','ToolCall':true,"
                                + "'MaxModelLength':4096,'SupportReasoning':false,'SupportResponseSchema':true,"
                                + "'SupportVision':false}],"
                                + "'ResourceMeta':{'InstanceId':'i','InstanceName':'n','Extra':'{}'},"
                                + "'Secrets':{'password':'connreg-secret-reference.Y29ubi14Mnd6NXp2dmJ5ZjI0MjBmaTkvcGFzc3dvcmQ'}}");
    }

    @Test
    void leavesOutWhatIsAbsent() {
        assertThat(written(view("", List.of(), ResourceMeta.NONE)))
                .doesNotContain("Description", "Models", "ResourceMeta", "null")
                .contains("'Configs':{");
        assertThat(written(view("", List.of(ModelInfo.of("m", ModelType.LLM)), new ResourceMeta("i", null, null))))
                .contains("'Models':[{'Model':'m','ModelType':'LLM'}]", "'ResourceMeta':{'InstanceId':'i'}");
    }

    @Test
    void saysNothingOfTheKeysThatSealItsSecrets() {
        assertThat(written(view("", List.of(), ResourceMeta.NONE))).doesNotContain("c0ffee01");
    }
}
