package io.connreg.examples.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.wire.WireAnswer;
import io.connreg.wire.WireJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The six operations over the wire, with bodies that are right and with all that is wrong. */
final class WireDeeds {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Witness witness;
    private final Connections alice;
    private final Connections mallory;
    private final Connections unwatched;
    private WireJson wire = WireJson.strict();

    /**
     * @param unwatched for bodies that carry secrets where everybody may read them: only what comes of it is looked at
     */
    WireDeeds(Witness witness, ConnectionRegistry registry, ConnectionRegistry unwatched) {
        this.witness = witness;
        this.alice = registry.actingAs(Scene.ALICE);
        this.mallory = registry.actingAs(Scene.MALLORY);
        this.unwatched = unwatched.actingAs(Scene.ALICE);
    }

    void run() throws Throwable {
        for (WireJson way : List.of(WireJson.strict(), WireJson.lenient())) {
            wire = way;
            String id = MAPPER.readTree(
                            ask("createConnection", alice, body("wired")).body())
                    .path("ConnectionId")
                    .textValue();
            use(id);
            for (String value : List.of(Canaries.PASSWORD, Canaries.TOKEN, Canaries.UNICODE)) {
                malformed(value, id);
            }
            assertThat(ask("deleteConnection", alice, id).status()).isEqualTo(200);
        }
    }

    private void use(String id) throws Throwable {
        ask("getConnection", alice, id, null);
        ask("listConnections", alice, null);
        inTheClear(wire.getConnection(alice, id, "EncryptOption=PlainText"));
        inTheClear(wire.listConnections(alice, "EncryptOption=PlainText"));
        ask("getConnection", mallory, id, "EncryptOption=PlainText");
        ask("listConnections", mallory, "EncryptOption=PlainText");
        byte[] set = bytes("{\"Secrets\":{\"password\":" + quoted(Canaries.TOKEN) + "}}");
        ask("updateConnection", alice, id, set);
        ask("updateConnection", mallory, id, set);
        ask("validateConnection", alice, bytes("{\"WorkspaceId\":\"ws-1\",\"ConnectionId\":\"" + id + "\"}"));
        ask("createConnection", alice, body("wired"));
        witness.call(wire, "readCreate", text(body("read")));
        witness.call(wire, "writeView", alice.get(id));
    }

    /** The only answers that may: they were asked for so. Nothing else that a host does with one shows what is in it. */
    private void inTheClear(WireAnswer answer) {
        assertThat(text(answer.body())).contains(quoted(Canaries.PASSWORD));
        witness.metInTheClear("an answer in the clear", answer);
    }

    /** Wrong JSON, wrong types, wrong places; what comes of it is looked at. */
    private void malformed(String value, String id) {
        for (byte[] body : broken(value)) {
            answered(wire.createConnection(unwatched, body));
            answered(wire.updateConnection(unwatched, id, body));
            answered(wire.validateConnection(unwatched, body));
            witness.tried(() -> wire.readCreate(text(body)));
        }
        answered(wire.listConnections(alice, "NextToken=" + value.replaceAll("[^A-Za-z0-9]", "%20")));
        answered(wire.getConnection(alice, id, "EncryptOption=" + "Plain"));
    }

    private static List<byte[]> broken(String value) {
        String good = text(body("broken"));
        String secret = quoted(Canaries.PASSWORD);
        String quoted = quoted(value);
        List<UnaryOperator<String>> ways = List.of(
                json -> json.substring(0, json.indexOf(secret) + secret.length() - 1),
                json -> json.replace(secret, value),
                json -> json.replace(secret, quoted.substring(0, quoted.length() - 1) + "\\ud83d\""),
                json -> json.replace(secret, quoted.substring(0, quoted.length() - 1) + "\\x\""),
                json -> json.replace(secret, quoted.substring(0, quoted.length() - 1) + "\n\""),
                json -> json.replace(secret, "{\"x\":" + quoted + "}"),
                json -> json.replace(secret, "[" + quoted + "]"),
                json -> json.replace(secret, "1" + value),
                json -> json.replace(secret, "tru" + value),
                json -> json.replace(secret, quoted + "} " + value),
                json -> json.replace(secret, quoted + ",\"password\":" + quoted),
                json -> json.replace("\"3306\"", quoted),
                json -> json.replace("\"3306\"", "[" + quoted + "]"),
                json -> json.replace("\"Secrets\"", "\"Secret\""),
                json -> json.replace("\"Secrets\"", "\"Configs\""),
                json -> json.replace("\"Secrets\"", "\"Models\""),
                json -> json.replace("\"Secrets\"", "\"ResourceMeta\""),
                json -> json.replace("\"Secrets\"", "\"Accessibility\":" + quoted + ",\"Secrets\""),
                json -> json.replace(secret, "\"connreg-secret-reference." + quoted.substring(1)),
                json -> quoted,
                json -> value,
                json -> json + value,
                json -> json + " ".repeat(WireJson.MAX_BODY));
        return ways.stream().map(way -> bytes(way.apply(good))).toList();
    }

    private void answered(WireAnswer answer) {
        witness.met("an answer on the wire", answer);
    }

    private WireAnswer ask(String operation, @Nullable Object... arguments) throws Throwable {
        return (WireAnswer) Objects.requireNonNull(witness.call(wire, operation, arguments));
    }

    private static byte[] body(String name) {
        ObjectNode json = MAPPER.createObjectNode()
                .put("WorkspaceId", "ws-1")
                .put("ConnectionName", name)
                .put("ConnectionType", "RDSConnection");
        json.putObject("Configs")
                .put("type", "mysql")
                .put("host", "db.internal")
                .put("port", "3306")
                .put("database", "orders")
                .put("username", "app");
        json.putObject("Secrets").put("password", Canaries.PASSWORD);
        return bytes(json.toString());
    }

    private static String quoted(String text) {
        try {
            return MAPPER.writeValueAsString(text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
