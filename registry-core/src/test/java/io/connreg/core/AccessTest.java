package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.ListConnections;
import io.connreg.NotPermittedException;
import io.connreg.UpdateConnection;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.AccessTarget;
import io.connreg.spi.Action;
import io.connreg.spi.ListScope;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** The matrix of who may do what, through every door. */
final class AccessTest {
    private enum Answer {
        YES,
        NOT_PERMITTED,
        NOT_FOUND
    }

    private static final Map<String, BiConsumer<Connections, ConnectionView>> READS = Map.of(
            "get", (connections, target) -> connections.get(target.id()),
            "getByName", (connections, target) -> connections.getByName("ws-1", target.name()),
            "validate", (connections, target) -> connections.validate(target.id()));

    private final Desk desk = new Desk();
    private final Connections creatorWhoLeft =
            desk.registry.actingAs(Caller.user("alice").memberOf("ws-2"));

    @Test
    void aPrivateConnectionIsItsCreatorsAndTheAdministrators() {
        check(
                Accessibility.PRIVATE,
                desk.outsider,
                Answer.NOT_FOUND,
                Answer.NOT_FOUND,
                Answer.NOT_FOUND,
                Answer.NOT_FOUND);
        check(Accessibility.PRIVATE, desk.bob, Answer.NOT_FOUND, Answer.NOT_FOUND, Answer.NOT_FOUND, Answer.NOT_FOUND);
        check(
                Accessibility.PRIVATE,
                creatorWhoLeft,
                Answer.NOT_FOUND,
                Answer.NOT_FOUND,
                Answer.NOT_FOUND,
                Answer.NOT_FOUND);
        check(Accessibility.PRIVATE, desk.alice, Answer.YES, Answer.YES, Answer.YES, Answer.NOT_PERMITTED);
        check(Accessibility.PRIVATE, desk.admin, Answer.YES, Answer.YES, Answer.YES, Answer.YES);
    }

    @Test
    void aPublicConnectionIsReadByAllMembersAndChangedByItsCreatorAndTheAdministrators() {
        check(
                Accessibility.PUBLIC,
                desk.outsider,
                Answer.NOT_FOUND,
                Answer.NOT_FOUND,
                Answer.NOT_FOUND,
                Answer.NOT_FOUND);
        check(Accessibility.PUBLIC, desk.bob, Answer.YES, Answer.YES, Answer.NOT_PERMITTED, Answer.NOT_PERMITTED);
        check(
                Accessibility.PUBLIC,
                creatorWhoLeft,
                Answer.NOT_FOUND,
                Answer.NOT_FOUND,
                Answer.NOT_FOUND,
                Answer.NOT_FOUND);
        check(Accessibility.PUBLIC, desk.alice, Answer.YES, Answer.YES, Answer.YES, Answer.NOT_PERMITTED);
        check(Accessibility.PUBLIC, desk.admin, Answer.YES, Answer.YES, Answer.YES, Answer.YES);
    }

    private void check(
            Accessibility accessibility, Connections who, Answer view, Answer open, Answer change, Answer transfer) {
        ConnectionView target = desk.alice.create(Desk.ordersDb().accessibility(accessibility));
        READS.forEach(
                (door, read) -> assertThat(answer(read, who, target)).as(door).isEqualTo(view));
        List<ConnectionView> listed =
                who.list(ListConnections.inAllWorkspaces()).connections();
        List<ConnectionView> streamed =
                who.stream(ListConnections.inWorkspace("ws-1")).toList();
        List<ConnectionView> expected = view == Answer.YES ? List.of(target) : List.of();
        assertThat(listed).isEqualTo(expected);
        assertThat(streamed).isEqualTo(expected);
        assertThat(answer(AccessTest::open, who, target)).as("open").isEqualTo(open);
        assertThat(answer(AccessTest::transfer, who, target)).as("transfer").isEqualTo(transfer);
        assertThat(answer(AccessTest::update, who, target)).as("update").isEqualTo(change);
        assertThat(answer(AccessTest::delete, who, target)).as("delete").isEqualTo(change);
        if (change != Answer.YES) {
            desk.admin.delete(target.id());
        }
    }

    private static void open(Connections connections, ConnectionView target) {
        connections.open(target.id()).close();
    }

    private static void update(Connections connections, ConnectionView target) {
        connections.update(UpdateConnection.of(target.id()).description("d"));
    }

    private static void transfer(Connections connections, ConnectionView target) {
        connections.update(UpdateConnection.of(target.id()).transferTo("dave"));
    }

    private static void delete(Connections connections, ConnectionView target) {
        connections.delete(target.id());
    }

    private static Answer answer(
            BiConsumer<Connections, ConnectionView> operation, Connections who, ConnectionView target) {
        try {
            operation.accept(who, target);
            return Answer.YES;
        } catch (NotPermittedException e) {
            return Answer.NOT_PERMITTED;
        } catch (ConnectionNotFoundException e) {
            return Answer.NOT_FOUND;
        }
    }

    @Test
    void hiddenAndAbsentAreToldInTheSameWords() {
        String hidden = desk.alice.create(Desk.ordersDb()).id();
        String absent = "conn-zzzzzzzzzzzzzzzzzz";
        for (BiConsumer<Connections, String> door : List.<BiConsumer<Connections, String>>of(
                Connections::get,
                Connections::open,
                Connections::delete,
                Connections::validate,
                (connections, id) -> connections.validate(
                        UpdateConnection.of(id).ifRevision(99).setConfig("host", "evil")),
                (connections, id) -> connections.delete(id, 99),
                (connections, id) -> connections.update(UpdateConnection.of(id).ifRevision(99)))) {
            assertThat(message(door, desk.bob, hidden).replace(hidden, absent))
                    .isEqualTo(message(door, desk.bob, absent));
        }
        String hiddenName = message((connections, name) -> connections.getByName(name), desk.bob, "orders-db");
        assertThat(hiddenName.replace("orders-db", "absent"))
                .isEqualTo(message((connections, name) -> connections.getByName(name), desk.bob, "absent"));
    }

    private static String message(BiConsumer<Connections, String> door, Connections who, String which) {
        try {
            door.accept(who, which);
            return "no exception";
        } catch (ConnectionNotFoundException e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void whatIsNotStoredIsTestedByMembersAlone() {
        ConnectionView orders = desk.alice.create(Desk.ordersDb());
        BiConsumer<Connections, ConnectionView> test =
                (connections, any) -> connections.validate("ws-1", Desk.orders());

        assertThat(answer(test, desk.bob, orders)).isEqualTo(Answer.YES);
        assertThat(answer(test, desk.admin, orders)).isEqualTo(Answer.YES);
        assertThat(answer(test, creatorWhoLeft, orders)).isEqualTo(Answer.NOT_PERMITTED);
        assertThatThrownBy(() -> desk.outsider.validate("ws-1", Desk.orders()))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("user 'mallory' has not the right to VALIDATE connections in workspace 'ws-1'");
    }

    /** The standard policy without some rights. */
    private record Without(Set<Action> denied) implements AccessPolicy {
        @Override
        public boolean permits(Caller caller, Action action, AccessTarget target) {
            return !denied.contains(action) && AccessPolicy.standard().permits(caller, action, target);
        }

        @Override
        public ListScope listScope(Caller caller) {
            return AccessPolicy.standard().listScope(caller);
        }
    }

    @Test
    void testingIsARightOfItsOwn() {
        String id = desk.alice.create(Desk.ordersDb()).id();
        Connections mayNotTest = desk.open(new Without(Set.of(Action.VALIDATE))).actingAs(Desk.ALICE);
        Connections mayTest = desk.open(new Without(Set.of(Action.CREATE, Action.OPEN, Action.UPDATE, Action.TRANSFER)))
                .actingAs(Desk.ALICE);

        assertThatThrownBy(() -> mayNotTest.validate(id))
                .isInstanceOf(NotPermittedException.class)
                .hasMessage("user 'alice' has not the right to VALIDATE connection " + id);
        assertThatThrownBy(() -> mayNotTest.validate(Desk.orders())).isInstanceOf(NotPermittedException.class);
        mayNotTest.open(id).close();
        assertThat(mayTest.validate(id).isSuccess()).isTrue();
        assertThat(mayTest.validate(Desk.orders()).isSuccess()).isTrue();
    }

    @Test
    void underTheStrictPolicyAPublicConnectionIsOpenedByItsCreatorAndTheAdministrators() {
        String id = desk.alice
                .create(Desk.ordersDb().accessibility(Accessibility.PUBLIC))
                .id();
        ConnectionRegistry strict = desk.open(AccessPolicy.strict());

        strict.actingAs(Desk.ALICE).open(id).close();
        strict.actingAs(Desk.ADMIN).open(id).close();
        Connections bob = strict.actingAs(Desk.BOB);
        assertThat(bob.get(id).name()).isEqualTo("orders-db");
        assertThat(bob.validate(id).isSuccess()).isTrue();
        assertThatThrownBy(() -> bob.open(id)).isInstanceOf(NotPermittedException.class);
    }

    @Test
    void whatTheCreatorHasReadAndCachedIsStillHiddenFromOthers() {
        String id = desk.alice.create(Desk.ordersDb()).id();
        desk.alice.get(id);

        assertThatThrownBy(() -> desk.bob.get(id)).isInstanceOf(ConnectionNotFoundException.class);
    }

    @Test
    void aCallerWhoseIdDiffersByCaseOnlyIsAnother() {
        String id = desk.alice.create(Desk.ordersDb()).id();
        Connections other = desk.registry.actingAs(Caller.user("Alice").memberOf("ws-1"));

        assertThatThrownBy(() -> other.get(id)).isInstanceOf(ConnectionNotFoundException.class);
        assertThat(other.list(ListConnections.inWorkspace("ws-1")).connections())
                .isEmpty();
    }

    @Test
    void anAdministratorOfAllSeesEveryWorkspace() {
        String id = desk.alice.create(Desk.ordersDb()).id();
        Connections ops = desk.registry.actingAs(Caller.user("ops").administratorOfAll());

        assertThatCode(() -> ops.open(id).close()).doesNotThrowAnyException();
        assertThat(ops.list(ListConnections.inAllWorkspaces()).connections()).hasSize(1);
    }
}
