package io.connreg.wire;

import static io.connreg.wire.WireDesk.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.connreg.core.MasterKey;
import io.connreg.spi.StoredConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A secret is in the answer that was asked for it, and in no other; nor in what a host does with an answer by accident. */
final class WireSilenceTest {
    private static final String CANARY = "canary7c1f";
    private static final String CREATE =
            "{'ConnectionName':'orders-db'," + WireDesk.ORDERS.replace("s3cret", CANARY) + "}";

    private final WireDesk desk = new WireDesk();
    private final String id = WireDesk.done(desk.wire.createConnection(desk.alice, body(CREATE)))
            .get("ConnectionId")
            .textValue();

    private static void isSilent(WireAnswer answer) {
        assertThat(WireDesk.text(answer))
                .doesNotContain(CANARY, Base64.getEncoder().encodeToString(CANARY.getBytes(StandardCharsets.UTF_8)));
        assertThat(answer.toString()).doesNotContain(CANARY);
    }

    @Test
    void noAnswerButPlainTextHasASecret() {
        List<WireAnswer> answers = new ArrayList<>(List.of(
                desk.wire.createConnection(desk.alice, body(CREATE.replace("orders-db", "another"))),
                desk.wire.getConnection(desk.alice, id, null),
                desk.wire.listConnections(desk.alice, null),
                desk.wire.updateConnection(desk.alice, id, body("{'Secrets':{'password':'" + CANARY + "'}}")),
                desk.wire.validateConnection(
                        desk.alice,
                        body("{'WorkspaceId':'ws-1','ConnectionId':'" + id + "','Secrets':{'password':'" + CANARY
                                + "'}}")),
                desk.wire.getConnection(desk.bob, id, "EncryptOption=PlainText"),
                desk.wire.listConnections(desk.bob, "EncryptOption=PlainText")));
        answers.add(desk.wire.createConnection(desk.alice, body(CREATE)));
        answers.add(desk.wire.createConnection(desk.outsider, body(CREATE.replace("{'C", "{'WorkspaceId':'ws-1','C"))));
        desk.store.row = row -> new StoredConnection(row.head(), row.document().replace("db.internal", "evil.example"));
        answers.add(desk.wire.getConnection(desk.alice, id, "EncryptOption=PlainText"));
        answers.add(desk.wire.listConnections(desk.alice, "EncryptOption=PlainText"));
        WireDesk stranger =
                new WireDesk(builder -> builder.storage(desk.store).masterKey(MasterKey.line(MasterKey.generate())));
        answers.add(stranger.wire.getConnection(stranger.alice, id, "EncryptOption=PlainText"));

        assertThat(answers).extracting(WireAnswer::status).contains(200, 404, 409, 403, 503);
        answers.forEach(WireSilenceTest::isSilent);
    }

    @Test
    void noRefusalRepeatsWhatWasSent() {
        List<String> bodies = Stream.concat(
                        Stream.of(
                                CREATE.replace("'3306'", "'" + CANARY + "'"),
                                CREATE.replace("'mysql'", "'" + CANARY + "://u:" + CANARY + "@h'"),
                                CREATE.replace("'username'", "'password'"),
                                CREATE.replace("'" + CANARY + "'", "{'x':'" + CANARY + "'}"),
                                CREATE.replace("'" + CANARY + "'", "'" + CANARY + "\\ud83d'"),
                                CREATE.replace("'" + CANARY + "'", "'connreg-secret-reference." + CANARY + "'"),
                                CREATE.replace("'Secrets'", "'Secret'"),
                                CREATE.replace("'Secrets'", "'Configs'"),
                                CREATE.replace("'Secrets':", "'Models':"),
                                CREATE.replace("'Secrets':", "'ResourceMeta':"),
                                CREATE.replace("RDSConnection", "RDSConection"),
                                CREATE.replace("orders-db", " ")),
                        BrokenBodyTest.brokenBodies())
                .toList();

        for (String body : bodies) {
            for (WireJson wire : List.of(desk.wire, WireJson.lenient())) {
                isSilent(wire.createConnection(desk.alice, body(body)));
                isSilent(wire.updateConnection(desk.alice, id, body(body)));
                isSilent(wire.validateConnection(desk.alice, body(body)));
            }
        }
    }

    @Test
    void whatAHostDoesWithAnAnswerByAccidentDoesNotShowItsBody() throws Exception {
        WireAnswer answer = desk.wire.getConnection(desk.alice, id, "EncryptOption=PlainText");
        assertThat(WireDesk.text(answer)).contains(CANARY);

        assertThat(answer).hasToString("WireAnswer(200, R-1)");
        assertThat(byJackson(answer)).doesNotContain(CANARY, "ody");
        for (Field field : WireAnswer.class.getDeclaredFields()) {
            field.setAccessible(true);
            if (!Modifier.isTransient(field.getModifiers())) {
                assertThat(field.get(answer).toString()).doesNotContain(CANARY).hasSizeLessThan(10);
            }
        }
        assertThatThrownBy(() -> byJava(answer)).isInstanceOf(NotSerializableException.class);
    }

    private static String byJackson(WireAnswer answer) throws JsonProcessingException {
        return JsonMapper.builder()
                .visibility(PropertyAccessor.ALL, Visibility.ANY)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .build()
                .writeValueAsString(answer);
    }

    private static void byJava(WireAnswer answer) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            out.writeObject(answer);
        }
    }

    @Test
    void aBodyMayBeWiped() {
        WireAnswer answer = desk.wire.getConnection(desk.alice, id, "EncryptOption=PlainText");

        Arrays.fill(answer.body(), (byte) 0);

        assertThat(answer.body()).containsOnly(0);
    }
}
