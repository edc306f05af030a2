package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionView;
import io.connreg.ListConnections;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException;
import io.connreg.SecretUnreadableException.Reason;
import io.connreg.UpdateConnection;
import io.connreg.spec.RdsSpec;
import io.connreg.spi.StoredConnection;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Rows edited behind the registry's back: found, contained, and repaired by setting the secret anew. */
final class UnreadableSecretTest {
    private final Desk desk = new Desk();
    private final ConnectionView before = desk.alice.create(Desk.ordersDb().description("orders"));

    private void edit(UnaryOperator<String> documentEdit) {
        desk.store.row = row -> new StoredConnection(row.head(), documentEdit.apply(row.document()));
    }

    @Test
    void anEditedHostIsFoundAndRepairedBySettingTheSecretAgain() {
        edit(document -> document.replace("db.internal", "evil.example"));

        assertThat(desk.alice.get(before.id()).configs()).containsEntry("host", "evil.example");
        assertThatThrownBy(() -> desk.alice.open(before.id()))
                .isInstanceOfSatisfying(
                        SecretUnreadableException.class,
                        e -> assertThat(e.reasons()).isEqualTo(Map.of("password", Reason.TAMPERED)));

        desk.alice.update(UpdateConnection.of(before.id())
                .setConfig("host", "db.internal")
                .setSecret("password", Secret.of("n3w")));
        edit(UnaryOperator.identity());
        try (OpenedConnection opened = desk.alice.open(before.id())) {
            assertThat(opened.spec(RdsSpec.class).host()).isEqualTo("db.internal");
            assertThat(opened.spec(RdsSpec.class).password().reveal()).isEqualTo("n3w");
        }
    }

    @Test
    void damagedCiphertextSpoilsNothingElse() {
        desk.alice.update(UpdateConnection.of(before.id()).setSecret("other", Secret.of("fine")));
        edit(document -> document.replaceFirst("\"password\":\"[^\"]*\"", "\"password\":\"not base64!\""));

        ConnectionView view = desk.alice.get(before.id());
        assertThat(view.secretNames()).containsExactly("other", "password");
        assertThat(view.keyIds()).containsOnlyKeys("other");
        assertThat(desk.alice.list(ListConnections.inWorkspace("ws-1")).connections())
                .containsExactly(view);
        assertThatThrownBy(() -> desk.alice.open(before.id()))
                .isInstanceOfSatisfying(
                        SecretUnreadableException.class,
                        e -> assertThat(e.reasons()).isEqualTo(Map.of("password", Reason.CORRUPT)));
        assertThatThrownBy(
                        () -> desk.alice.update(UpdateConnection.of(before.id()).setConfig("host", "h")))
                .isInstanceOf(SecretUnreadableException.class);

        desk.alice.update(UpdateConnection.of(before.id()).rename("renamed").description("still works"));
        assertThat(desk.alice.getByName("renamed").secretNames()).containsExactly("other", "password");
        desk.alice.update(UpdateConnection.of(before.id()).setSecret("password", Secret.of("n3w")));
        desk.store.row = UnaryOperator.identity();
        desk.alice.update(UpdateConnection.of(before.id()).setConfig("host", "h"));
        try (OpenedConnection opened = desk.alice.open(before.id())) {
            assertThat(opened.spec().secrets())
                    .isEqualTo(Map.of("password", Secret.of("n3w"), "other", Secret.of("fine")));
        }
    }

    @Test
    void aSecretOfAKeyThatIsNotThereSaysSo() {
        edit(document -> document.replaceFirst("(\"password\":\")........", "$1AQAAAAAA"));

        assertThatThrownBy(() -> desk.alice.open(before.id()))
                .isInstanceOfSatisfying(
                        SecretUnreadableException.class,
                        e -> assertThat(e.reasons()).isEqualTo(Map.of("password", Reason.KEY_MISSING)));
    }

    @Test
    void fieldsThatThisVersionDoesNotKnowSurviveAnUpdate() {
        edit(document -> document.replace("\"format\":1", "\"format\":1,\"labels\":{\"team\":[\"a\",1,null]}"));
        desk.alice.update(UpdateConnection.of(before.id()).description("changed"));
        desk.store.row = UnaryOperator.identity();

        assertThat(desk.store.real.find(before.id()).orElseThrow().document())
                .contains("\"labels\":{\"team\":[\"a\",1,null]}")
                .contains("changed");
    }
}
