package io.connreg.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.core.EditedStore;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.core.RegistryBuilder;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What wire tests work at: a registry, the people who use it, and their requests and answers as text. */
final class WireDesk {
    static final String ABSENT = "conn-zzzzzzzzzzzzzzzzzz";
    static final String ORDERS = "'ConnectionType':'RDSConnection','Configs':{'type':'mysql','host':'db.internal',"
            + "'port':'3306','database':'orders','username':'app'},'Secrets':{'password':'s3cret'}";

    private static final ObjectMapper PLAIN_JACKSON = new ObjectMapper();

    final EditedStore store = new EditedStore();
    final WireJson wire = WireJson.strict().requestIds(() -> "R-1");
    final ConnectionRegistry registry;
    final Connections alice;
    final Connections bob;
    final Connections admin;
    final Connections outsider;

    WireDesk() {
        this(builder -> builder);
    }

    WireDesk(UnaryOperator<RegistryBuilder> options) {
        RegistryBuilder builder = Registries.builder()
                .storage(store)
                .masterKey(MasterKey.line(MasterKey.generate()))
                .cacheBytes(0)
                .clock(new SecondsClock());
        registry = options.apply(builder).open();
        alice = registry.actingAs(Caller.user("alice").memberOf("ws-1"));
        bob = registry.actingAs(Caller.user("bob").memberOf("ws-1"));
        admin = registry.actingAs(Caller.user("root").administratorOf("ws-1"));
        outsider = registry.actingAs(Caller.user("mallory").memberOf("ws-2"));
    }

    /** A request's body that is written with single quotes. */
    static byte[] body(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    /** An answer's body with single quotes. */
    static String text(WireAnswer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8).replace('"', '\'');
    }

    static JsonNode json(WireAnswer answer) {
        try {
            return PLAIN_JACKSON.readTree(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is in the answer to a request that must have been carried out. */
    static JsonNode done(WireAnswer answer) {
        assertThat(answer.status()).as(text(answer)).isEqualTo(200);
        return json(answer);
    }

    /** The message of a refusal. */
    static String refused(WireAnswer answer, int status, String code) {
        assertThat(answer.status()).as(text(answer)).isEqualTo(status);
        assertThat(json(answer).path("Code").textValue()).isEqualTo(code);
        return json(answer).path("Message").textValue();
    }

    static String invalid(WireAnswer answer) {
        return refused(answer, 400, "INVALID_REQUEST");
    }

    /** Alice creates a connection; its id. */
    String create(String name, String members) {
        return create(alice, name, members);
    }

    String create(Connections creator, String name, String members) {
        byte[] body = body("{'ConnectionName':'" + name + "'," + members + "}");
        return done(wire.createConnection(creator, body)).get("ConnectionId").textValue();
    }

    String createOrders() {
        return create("orders-db", ORDERS);
    }

    JsonNode get(String id) {
        return done(wire.getConnection(alice, id, null));
    }

    JsonNode open(String id) {
        return done(wire.getConnection(alice, id, "EncryptOption=PlainText"));
    }

    JsonNode list(Connections caller, @Nullable String query) {
        return done(wire.listConnections(caller, query));
    }

    JsonNode update(String id, String json) {
        return done(wire.updateConnection(alice, id, body(json)));
    }
}
