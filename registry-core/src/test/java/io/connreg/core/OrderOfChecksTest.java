package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.Accessibility;
import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.KeyUnavailableException;
import io.connreg.NotPermittedException;
import io.connreg.RevisionMismatchException;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.spec.CustomSpec;
import io.connreg.spi.AccessPolicy;
import org.junit.jupiter.api.Test;

/** Shape, find, view, action, revision, row, key: a later check must not tell what an earlier one hides. */
final class OrderOfChecksTest {
    private final Desk desk = new Desk();
    private final String id = desk.alice
            .create(Desk.ordersDb().accessibility(Accessibility.PUBLIC))
            .id();
    private final String hidden =
            desk.alice.create(CreateConnection.of("hidden", CustomSpec.empty())).id();

    /** Wrong in every way from the revision on. */
    private UpdateConnection wrong(String target) {
        return UpdateConnection.of(target)
                .ifRevision(99)
                .removeConfig("host")
                .setConfig("extra", "x")
                .rename("hidden");
    }

    @Test
    void shapeIsCheckedBeforeAnythingIsLookedFor() {
        assertThatThrownBy(() -> desk.bob.update(wrong(hidden).rename("\n")))
                .isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> desk.bob.validate(wrong(hidden).rename("\n")))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(desk.store.finds).isZero();
    }

    @Test
    void aHiddenRowAnswersNothingElse() {
        assertThatThrownBy(() -> desk.bob.update(wrong(hidden))).isInstanceOf(ConnectionNotFoundException.class);
        assertThatThrownBy(() -> desk.bob.validate(wrong(hidden))).isInstanceOf(ConnectionNotFoundException.class);
    }

    @Test
    void theRightToChangeComesBeforeTheRevision() {
        assertThatThrownBy(() -> desk.bob.update(wrong(id))).isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> desk.bob.delete(id, 99)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void theRevisionComesBeforeTheRow() {
        assertThatThrownBy(() -> desk.alice.update(wrong(id))).isInstanceOf(RevisionMismatchException.class);
        assertThatThrownBy(() -> desk.bob.validate(wrong(id))).isInstanceOf(RevisionMismatchException.class);
    }

    @Test
    void theRowComesBeforeTheRightToOpenAndThatBeforeTheKeyAndTheProbe() {
        Connections bob = desk.builder()
                .accessPolicy(AccessPolicy.strict())
                .masterKey(MasterKey.environment("CONNREG_NO_SUCH_VARIABLE"))
                .open()
                .actingAs(Desk.BOB);

        assertThatThrownBy(() -> bob.validate(wrong(id).ifRevision(1))).isInstanceOf(InvalidRequestException.class);
        assertThatThrownBy(() -> bob.validate(UpdateConnection.of(id).setConfig("host", "evil")))
                .isInstanceOf(NotPermittedException.class);
        assertThatThrownBy(() -> bob.validate(id)).isInstanceOf(KeyUnavailableException.class);
        assertThat(desk.probe.given).isEmpty();
    }

    @Test
    void theRowComesBeforeTheKeyAndTheKeyBeforeTheName() {
        try (ConnectionRegistry keyless = desk.open(MasterKey.environment("CONNREG_NO_SUCH_VARIABLE"))) {
            Connections alice = keyless.actingAs(Desk.ALICE);
            assertThatThrownBy(() -> alice.update(wrong(id).ifRevision(1))).isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> alice.update(UpdateConnection.of(id)
                            .setSecret("password", Secret.of("x"))
                            .rename("hidden")))
                    .isInstanceOf(KeyUnavailableException.class);
        }
    }
}
