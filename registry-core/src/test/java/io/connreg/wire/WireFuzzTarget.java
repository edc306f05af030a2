package io.connreg.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionType;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.Secret;
import io.connreg.ValidationResult.Failure;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.RdsSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeRun;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A registry with one connection, made anew for each thing that is sent to it, whose password nobody can guess. */
final class WireFuzzTarget {
    private static final String NAMED = "conn-000000000000000000";
    private static final String REFERENCE = new SecretReference(NAMED, "password").text();
    private static final Set<Integer> ANSWERS = Set.of(200, 400, 403, 404, 409);
    private static final ObjectMapper PLAIN_JACKSON = new ObjectMapper();

    private final ConnectionRegistry registry = Registries.builder()
            .url("memory:")
            .masterKey(MasterKey.line(MasterKey.generate()))
            .probe(new AllIsWell())
            .open();
    private final Connections alice = registry.actingAs(Caller.user("alice").memberOf("ws-1"));
    private final Connections bob = registry.actingAs(Caller.user("bob").memberOf("ws-1"));
    private final List<WireJson> readings = List.of(
            WireJson.strict().requestIds(() -> "R-1"), WireJson.lenient().requestIds(() -> "R-1"));

    private static final class AllIsWell implements ConnectionProbe {
        @Override
        public boolean accepts(ConnectionType type) {
            return true;
        }

        @Override
        public Optional<Failure> probe(ConnectionSpec spec, ProbeRun run) {
            return Optional.empty();
        }
    }

    /** The stored connection, while something is sent. */
    private record Stored(String id, String password) {}

    private Stored store() {
        String password = UUID.randomUUID().toString();
        RdsSpec spec = RdsSpec.at("mysql", "db.internal", 3306, "orders").login("app", Secret.of(password));
        return new Stored(alice.create(CreateConnection.of("orders-db", spec)).id(), password);
    }

    void sendBody(byte[] input) {
        for (WireJson wire : readings) {
            Stored stored = store();
            byte[] body = new String(input, StandardCharsets.ISO_8859_1)
                    .replace(NAMED, stored.id())
                    .replace(REFERENCE, new SecretReference(stored.id(), "password").text())
                    .getBytes(StandardCharsets.ISO_8859_1);
            for (Connections caller : List.of(alice, bob)) {
                create(wire, caller, body, stored);
                silent(stored, wire.validateConnection(caller, body));
                silent(stored, wire.updateConnection(caller, stored.id(), body));
                silent(stored, wire.getConnection(caller, stored.id(), null));
            }
            done(wire.getConnection(alice, stored.id(), "EncryptOption=PlainText"));
            done(wire.deleteConnection(alice, stored.id()));
        }
    }

    /** What was created can be read in every way, and deleted. */
    private static void create(WireJson wire, Connections caller, byte[] body, Stored stored) {
        WireAnswer created = wire.createConnection(caller, body);
        JsonNode answer = silent(stored, created);
        if (created.status() == 200) {
            String id = answer.path("ConnectionId").textValue();
            done(wire.getConnection(caller, id, "EncryptOption=PlainText"));
            done(wire.listConnections(caller, "EncryptOption=PlainText&ConnectionIds=" + id));
            done(wire.deleteConnection(caller, id));
        }
    }

    void sendQuery(String input) {
        for (WireJson wire : readings) {
            Stored stored = store();
            String query = input.replace(NAMED, stored.id());
            silent(stored, wire.listConnections(bob, query));
            silent(stored, wire.getConnection(bob, stored.id(), query));
            Stored shown = input.contains("lain") ? new Stored(stored.id(), "no secret") : stored;
            silent(shown, wire.listConnections(alice, query));
            silent(shown, wire.getConnection(alice, stored.id(), query));
            done(wire.deleteConnection(alice, stored.id()));
        }
    }

    private static void done(WireAnswer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(new String(answer.body(), StandardCharsets.UTF_8));
        }
    }

    /** The answer's JSON, in which the stored password is not. */
    private static JsonNode silent(Stored stored, WireAnswer answer) {
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        JsonNode json = parse(body);
        if (!ANSWERS.contains(answer.status())
                || !json.path("RequestId").asText().equals("R-1")
                || (answer.status() != 200 && !json.hasNonNull("Code"))
                || body.contains(stored.password())) {
            throw new AssertionError(answer + " " + body);
        }
        return json;
    }

    private static JsonNode parse(String body) {
        try {
            return PLAIN_JACKSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }
}
