package io.connreg.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import io.connreg.core.MasterKey;
import io.connreg.spi.StoredConnection;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A page in the clear: what does not open comes with references, and spoils no other row. */
final class PlainTextListTest {
    private static final String PLAIN = "EncryptOption=PlainText&Order=ASC";

    /** Counts how often it is asked to unwrap, and may be down. */
    private static final class KeyService implements Aead {
        private final Aead real = new AesGcmJce(new byte[32]);
        private boolean down;
        private int asked;

        KeyService() throws GeneralSecurityException {}

        @Override
        public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
            return real.encrypt(plaintext, associatedData);
        }

        @Override
        public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
            asked++;
            if (down) {
                throw new GeneralSecurityException("no answer", new IOException("no route to host"));
            }
            return real.decrypt(ciphertext, associatedData);
        }
    }

    private final WireDesk desk = new WireDesk();

    private static List<String> passwords(JsonNode list) {
        List<String> passwords = new ArrayList<>();
        list.get("Connections")
                .forEach(row -> passwords.add(row.at("/Secrets/password").textValue()));
        return passwords;
    }

    private List<String> create(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(desk.create("db-" + i, WireDesk.ORDERS.replace("s3cret", "s3cret-" + i)));
        }
        return ids;
    }

    private void edit(String id, UnaryOperator<String> documentEdit) {
        UnaryOperator<StoredConnection> others = desk.store.row;
        desk.store.row = row -> row.head().id().equals(id)
                ? new StoredConnection(row.head(), documentEdit.apply(row.document()))
                : others.apply(row);
    }

    @Test
    void aPageHasTenRowsUnlessAskedAndAtMostAHundred() {
        create(101);

        assertThat(passwords(desk.list(desk.alice, PLAIN))).hasSize(10).contains("s3cret-0", "s3cret-9");
        assertThat(passwords(desk.list(desk.alice, PLAIN + "&MaxResults=100")))
                .hasSize(100)
                .contains("s3cret-99");
        assertThat(WireDesk.invalid(desk.wire.listConnections(desk.alice, PLAIN + "&MaxResults=101")))
                .endsWith("1 problem:\n  MaxResults: must be a whole number from 1 to 100 [MALFORMED]");
        assertThat(desk.list(desk.alice, "MaxResults=1000").get("Connections")).hasSize(101);
    }

    @Test
    void rowsThatDoNotOpenComeWithReferencesAndTheOthersInTheClear() {
        List<String> ids = create(5);
        edit(ids.get(0), document -> document.replace("db.internal", "evil.example"));
        edit(ids.get(1), document -> document.replaceFirst("\"password\":\"[^\"]*\"", "\"password\":\"no base64!\""));
        edit(ids.get(2), document -> document.replaceFirst("(\"password\":\")........", "$1AQAAAAAA"));
        edit(ids.get(3), document -> document.replace("\"format\":1", "\"format\":2"));

        JsonNode page = desk.list(desk.alice, PLAIN);

        assertThat(passwords(page))
                .containsExactly(
                        new SecretReference(ids.get(0), "password").text(),
                        new SecretReference(ids.get(1), "password").text(),
                        new SecretReference(ids.get(2), "password").text(),
                        new SecretReference(ids.get(3), "password").text(),
                        "s3cret-4");
        assertThat(page.at("/Connections/0/Configs/host").textValue()).isEqualTo("evil.example");
        assertThat(page.get("TotalCount").intValue()).isEqualTo(5);
    }

    @Test
    void aKeyServiceThatIsDownIsAskedOnceAPage() throws GeneralSecurityException {
        KeyService service = new KeyService();
        WireDesk before =
                new WireDesk(builder -> builder.storage(desk.store).masterKey(MasterKey.aead("kms-1", service)));
        for (int i = 0; i < 5; i++) {
            before.create("db-" + i, WireDesk.ORDERS);
        }
        WireDesk started =
                new WireDesk(builder -> builder.storage(desk.store).masterKey(MasterKey.aead("kms-1", service)));
        service.down = true;
        service.asked = 0;

        assertThat(started.list(started.alice, PLAIN)).isEqualTo(started.list(started.alice, "Order=ASC"));

        assertThat(service.asked).isEqualTo(1);
        service.down = false;
        assertThat(passwords(started.list(started.alice, PLAIN))).containsOnly("s3cret");
    }

    /** Nor is it opened: it has nothing to show. */
    @Test
    void aRowWithoutSecretsIsTheSameEitherWay() {
        desk.create("bare", "'ConnectionType':'CustomConnection','Configs':{'a':'b'}");

        assertThat(desk.list(desk.alice, PLAIN)).isEqualTo(desk.list(desk.alice, "EncryptOption=Secret"));
    }
}
