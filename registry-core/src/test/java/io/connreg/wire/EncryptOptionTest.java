package io.connreg.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Connections;
import io.connreg.core.MasterKey;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.StoredConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer shows secrets only to who asks for it and may open the connection. */
final class EncryptOptionTest {
    private static final String PLAIN = "EncryptOption=PlainText";
    private static final String PUBLIC = WireDesk.ORDERS + ",'Accessibility':'PUBLIC'";

    private final WireDesk desk = new WireDesk();
    private final WireDesk strict = new WireDesk(builder -> builder.accessPolicy(AccessPolicy.strict()));

    @ParameterizedTest
    @ValueSource(strings = {"", "EncryptOption=", "EncryptOption=Secret"})
    void secretsAreReferencesUnlessPlainTextIsAskedFor(String query) {
        String id = desk.createOrders();
        String reference = new SecretReference(id, "password").text();

        assertThat(WireDesk.done(desk.wire.getConnection(desk.alice, id, query)).get("Secrets"))
                .singleElement()
                .satisfies(secret -> assertThat(secret.textValue()).isEqualTo(reference));
        assertThat(desk.list(desk.alice, query).at("/Connections/0/Secrets"))
                .singleElement()
                .satisfies(secret -> assertThat(secret.textValue()).isEqualTo(reference));
    }

    @Test
    void plainTextIsInTheClearToWhoMayOpen() {
        String id = desk.create("orders-db", PUBLIC);

        for (Connections reader : new Connections[] {desk.alice, desk.bob, desk.admin}) {
            assertThat(WireDesk.done(desk.wire.getConnection(reader, id, PLAIN))
                            .at("/Secrets/password")
                            .textValue())
                    .isEqualTo("s3cret");
            assertThat(desk.list(reader, PLAIN)
                            .at("/Connections/0/Secrets/password")
                            .textValue())
                    .isEqualTo("s3cret");
        }
    }

    @Test
    void whoSeesAConnectionAndMayNotOpenItIsToldSoByGetAndReadsReferencesInLists() {
        String id = strict.create("orders-db", PUBLIC);
        String bare = strict.create(
                "no-secrets", "'ConnectionType':'CustomConnection','Configs':{},'Accessibility':'PUBLIC'");

        assertThat(WireDesk.refused(strict.wire.getConnection(strict.bob, id, PLAIN), 403, "NOT_PERMITTED"))
                .contains(id)
                .doesNotContain("s3cret");
        WireDesk.refused(strict.wire.getConnection(strict.bob, bare, PLAIN), 403, "NOT_PERMITTED");
        assertThat(strict.list(strict.bob, PLAIN)).isEqualTo(strict.list(strict.bob, null));
        assertThat(strict.list(strict.admin, PLAIN)
                        .at("/Connections/1/Secrets/password")
                        .textValue())
                .isEqualTo("s3cret");
    }

    @Test
    void whoMayNotSeeAConnectionIsNotToldThatItIsThere() {
        String id = desk.createOrders();

        WireDesk.refused(desk.wire.getConnection(desk.bob, id, PLAIN), 404, "NOT_FOUND");
    }

    @Test
    void aSecretThatDoesNotOpenIsNamedByGet() {
        String id = desk.createOrders();
        desk.store.row = row -> new StoredConnection(row.head(), row.document().replace("db.internal", "evil.example"));

        assertThat(WireDesk.refused(desk.wire.getConnection(desk.alice, id, PLAIN), 409, "SECRET_UNREADABLE"))
                .contains("{password=TAMPERED}");
        WireDesk.done(desk.wire.getConnection(desk.alice, id, "EncryptOption=Secret"));
    }

    @Test
    void withoutTheKeyThereAreReferencesAndNoPlainText() {
        String id = desk.createOrders();
        WireDesk stranger =
                new WireDesk(builder -> builder.storage(desk.store).masterKey(MasterKey.line(MasterKey.generate())));

        WireDesk.refused(stranger.wire.getConnection(stranger.alice, id, PLAIN), 503, "KEY_UNAVAILABLE");
        assertThat(stranger.get(id)).isEqualTo(desk.get(id));
        assertThat(stranger.list(stranger.alice, PLAIN)).isEqualTo(desk.list(desk.alice, null));
    }
}
