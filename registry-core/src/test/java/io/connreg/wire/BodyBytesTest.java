package io.connreg.wire;

import static io.connreg.wire.WireDesk.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A body is UTF-8 and nothing else, and large enough for the largest request there is. */
final class BodyBytesTest {
    private final WireDesk desk = new WireDesk();

    /** Overlong forms, halves of surrogate pairs, a cut sequence, beyond Unicode, Latin-1. */
    @ParameterizedTest
    @ValueSource(strings = {"c080", "c0af", "e08080", "eda0bd", "edb491", "e8bf", "f4908080", "ff", "e9"})
    void bytesThatAreNoUtf8AreRefusedAndNotReplaced(String hex) {
        String bytes = new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
        String json = "{\"ConnectionName\":\"c\",\"ConnectionType\":\"CustomConnection\",\"Configs\":{},"
                + "\"Secrets\":{\"s\":\"" + bytes + "\"}}";

        assertThat(WireDesk.invalid(desk.wire.createConnection(desk.alice, json.getBytes(StandardCharsets.ISO_8859_1))))
                .endsWith("\n  body: is not text in UTF-8 [MALFORMED]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32"})
    void anotherEncodingIsNotGuessed(String charset) {
        byte[] json = "{\"WorkspaceId\":\"ws-1\"}".getBytes(Charset.forName(charset));

        assertThat(WireDesk.invalid(desk.wire.validateConnection(desk.alice, json)))
                .contains("\n  body: is not ");
    }

    @Test
    void aBodyOfMoreThan4MibIsRefusedUnread() {
        byte[] json = new byte[WireJson.MAX_BODY + 1];
        desk.update(desk.create("c", WireDesk.ORDERS), "{}" + " ".repeat(WireJson.MAX_BODY - 2));

        assertThat(WireDesk.invalid(desk.wire.updateConnection(desk.alice, desk.createOrders(), json)))
                .endsWith("\n  body: may have at most 4194304 bytes [TOO_LARGE]");
    }

    @Test
    void theLargestRequestIsTaken() {
        String model = "{'Model':'m','DisplayName':'M','ModelType':'LLM','ToolCall':true,'MaxModelLength':4096,"
                + "'SupportReasoning':true,'SupportResponseSchema':true,'SupportVision':true}";
        String request = "'WorkspaceId':'ws-1','Accessibility':'PUBLIC','ConnectionType':'CustomConnection',"
                + "'Description':'d','ResourceMeta':{'InstanceId':'i','InstanceName':'n','Extra':'{}'},"
                + members("'Configs':{", i -> "'c" + i + "':'v'", 256, "},")
                + members("'Secrets':{", i -> "'s" + i + "':'v'", 256, "},")
                + members("'Models':[", i -> model, 200, "]");

        String id = desk.create("c", request);

        assertThat(desk.open(id).get("Models")).hasSize(200);
        assertThat(WireDesk.done(desk.wire.updateConnection(
                        desk.alice,
                        id,
                        body("{"
                                + members("'Configs':{", i -> "'c" + i + "':'w'", 256, "},")
                                + members("'Models':[", i -> model, 200, "]") + "}"))))
                .hasSize(1);
    }

    @Test
    void whatIsOverARegistrysOwnLimitIsToldByTheFieldsName() {
        String request = "'ConnectionType':'CustomConnection',"
                + members("'Configs':{", i -> "'c" + i + "':'v'", 257, "},")
                + members("'Secrets':{", i -> "'s" + i + "':'v'", 257, "},")
                + members("'Models':[", i -> "{}", 201, "]");

        assertThat(WireDesk.invalid(
                        desk.wire.createConnection(desk.alice, body("{'ConnectionName':'c'," + request + "}"))))
                .endsWith("""
                          Configs: may have at most 256 entries [TOO_LARGE]
                          Secrets: may have at most 256 entries [TOO_LARGE]
                          Models: may have at most 200 entries [TOO_LARGE]""".indent(2).stripTrailing());
    }

    private static String members(String head, IntFunction<String> member, int count, String tail) {
        return IntStream.range(0, count).mapToObj(member).collect(Collectors.joining(",", head, tail));
    }

    /** Its normal form takes time by the square of its length: it is not asked for. */
    @Test
    void aNameOfAMillionMarksIsRefusedByItsLength() {
        String marks = "\u0315\u0300".repeat(500_000);

        assertThat(WireDesk.invalid(desk.wire.createConnection(
                        desk.alice, body("{'ConnectionName':'" + marks + "'," + WireDesk.ORDERS + "}"))))
                .endsWith("\n  ConnectionName: may have at most 128 characters [TOO_LARGE]");
    }
}
