package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionType;
import io.connreg.ConnectionView;
import io.connreg.ListConnections;
import io.connreg.Secret;
import io.connreg.UnreadableConnectionException;
import io.connreg.UnreadableConnectionException.Reason;
import io.connreg.UpdateConnection;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.StoredConnection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that this version cannot read: shown as far as they are understood, deleted, and never opened or rewritten. */
final class UnreadableConnectionTest {
    private final Desk desk = new Desk();
    private final ConnectionView before = desk.alice.create(Desk.ordersDb().description("orders"));

    /** What may have become of a document. */
    private enum Edit {
        CUT(Reason.DAMAGED, document -> document.substring(0, document.length() / 2)),
        EMPTY(Reason.DAMAGED, document -> ""),
        NO_JSON(Reason.DAMAGED, document -> "\u0001\u0002"),
        WITHOUT_FORMAT(Reason.DAMAGED, document -> document.replace("\"format\":1,", "")),
        OTHER_FORM(Reason.DAMAGED, document -> document.replace("\"orders\"", "[\"orders\"]")),
        NEWER(Reason.NEWER_FORMAT, document -> document.replace("\"format\":1", "\"format\":2")),
        NEWER_AND_OF_ANOTHER_FORM(Reason.NEWER_FORMAT, document -> "{\"format\":9,\"configs\":[1]}");

        private final Reason reason;

        @SuppressWarnings("ImmutableEnumChecker") // a lambda, which holds nothing
        private final UnaryOperator<String> document;

        Edit(Reason reason, UnaryOperator<String> document) {
            this.reason = reason;
            this.document = document;
        }

        StoredConnection of(StoredConnection row) {
            return new StoredConnection(row.head(), document.apply(row.document()));
        }
    }

    /** As if a newer version had written the row, with a type that it alone knows. */
    private static StoredConnection ofUnknownType(StoredConnection row) {
        ConnectionHead head = row.head();
        ConnectionHead unknown = new ConnectionHead(
                head.id(),
                head.workspaceId(),
                head.name(),
                new ConnectionType("ConnectionOfTheFuture"),
                head.accessibility(),
                head.creator(),
                head.createdMicros(),
                head.modifiedMicros(),
                head.revision(),
                head.rowVersion());
        return new StoredConnection(unknown, row.document());
    }

    @ParameterizedTest
    @EnumSource
    void isShownAndDeletedButNeitherOpenedNorUpdated(Edit edit) {
        desk.store.row = edit::of;
        isShown();
        isRefused(edit.reason);
        isDeleted();
    }

    @ParameterizedTest
    @EnumSource
    void isShownAndDeletedThoughItsTypeIsUnknownToo(Edit edit) {
        desk.store.row = row -> ofUnknownType(edit.of(row));
        isShown();
        assertThat(desk.alice.get(before.id()).type().value()).isEqualTo("ConnectionOfTheFuture");
        isRefused(edit.reason);
        isDeleted();
    }

    private void isShown() {
        ConnectionView view = desk.alice.get(before.id());
        assertThat(view.name()).isEqualTo("orders-db");
        assertThat(view.createdAt()).isEqualTo(before.createdAt());
        assertThat(desk.alice.getByName("orders-db")).isEqualTo(view);
        assertThat(desk.alice.list(ListConnections.inWorkspace("ws-1")).connections())
                .containsExactly(view);
        assertThat(desk.alice.stream(ListConnections.inAllWorkspaces())).containsExactly(view);
    }

    private void isRefused(Reason reason) {
        StoredConnection stored = desk.store.real.find(before.id()).orElseThrow();
        UpdateConnection update = UpdateConnection.of(before.id());
        for (Runnable act : List.<Runnable>of(
                () -> desk.alice.open(before.id()),
                () -> desk.alice.update(update.description("x")),
                () -> desk.alice.update(update.rename("x")),
                () -> desk.alice.update(update.setSecret("password", Secret.of("n3w"))))) {
            assertThatThrownBy(act::run)
                    .isInstanceOfSatisfying(
                            UnreadableConnectionException.class,
                            e -> assertThat(e.reason()).isEqualTo(reason))
                    .hasMessageContaining(before.id())
                    .hasMessageContaining("It can be deleted");
        }
        assertThat(desk.store.real.find(before.id())).contains(stored);
    }

    private void isDeleted() {
        desk.alice.delete(before.id());
        assertThat(desk.alice.list(ListConnections.inWorkspace("ws-1")).connections())
                .isEmpty();
    }

    @Test
    void aNewerFormatIsShownAsFarAsItIsUnderstood() {
        desk.store.row = Edit.NEWER::of;

        ConnectionView view = desk.alice.get(before.id());
        assertThat(view.description()).isEqualTo("orders");
        assertThat(view.configs()).isEqualTo(before.configs());
        assertThat(view.secretNames()).isEqualTo(before.secretNames());
    }

    @ParameterizedTest
    @CsvSource({
        "CUT, is damaged; put it back from a backup",
        "NEWER, written by a newer version of this library; update"
    })
    void theMessageSaysWhatToDo(Edit edit, String what) {
        desk.store.row = edit::of;

        assertThatThrownBy(() -> desk.alice.open(before.id()))
                .hasMessageStartingWith("cannot open connection " + before.id())
                .hasMessageContaining(what);
    }

    @Test
    void whoMayNotSeeItIsNotToldThatItIsUnreadable() {
        desk.store.row = Edit.CUT::of;

        assertThatThrownBy(() -> desk.bob.open(before.id())).isInstanceOf(ConnectionNotFoundException.class);
    }
}
