package io.connreg.spi;

import static io.connreg.Accessibility.PRIVATE;
import static io.connreg.Accessibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.ConnectionType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of who may do what: a connection of alice's in ws-1, and all kinds of callers. */
final class StandardPolicyTest {
    private static final AccessPolicy POLICY = AccessPolicy.standard();
    private static final Caller OUTSIDER = Caller.user("bob");
    private static final Caller MEMBER_ELSEWHERE = Caller.user("bob").memberOf("ws-2");
    private static final Caller ADMINISTRATOR_ELSEWHERE = Caller.user("bob").administratorOf("ws-2", "WS-1", "ws-1 ");
    private static final Caller MEMBER = Caller.user("bob").memberOf("ws-1", "ws-2");
    private static final Caller MEMBER_BY_ANOTHER_CASE = Caller.user("Alice").memberOf("ws-1");
    private static final Caller CREATOR = Caller.user("alice").memberOf("ws-1");
    private static final Caller CREATOR_WHO_LEFT = Caller.user("alice").memberOf("ws-2");
    private static final Caller ADMINISTRATOR = Caller.user("carol").administratorOf("ws-1");
    private static final Caller ADMINISTRATOR_OF_ALL = Caller.user("tool").administratorOfAll();

    private static final Set<Action> NOTHING = Set.of();
    private static final Set<Action> SEE = Set.of(Action.VIEW, Action.OPEN);
    private static final Set<Action> OWN = Set.of(Action.VIEW, Action.OPEN, Action.UPDATE, Action.DELETE);
    private static final Set<Action> ALL =
            Set.of(Action.VIEW, Action.OPEN, Action.UPDATE, Action.DELETE, Action.TRANSFER);

    /** Caller, may create, what they may do with a private connection, what with a public one. */
    static Stream<Arguments> matrix() {
        return Stream.of(
                Arguments.of(OUTSIDER, false, NOTHING, NOTHING),
                Arguments.of(MEMBER_ELSEWHERE, false, NOTHING, NOTHING),
                Arguments.of(ADMINISTRATOR_ELSEWHERE, false, NOTHING, NOTHING),
                Arguments.of(MEMBER, true, NOTHING, SEE),
                Arguments.of(MEMBER_BY_ANOTHER_CASE, true, NOTHING, SEE),
                Arguments.of(CREATOR, true, OWN, OWN),
                Arguments.of(CREATOR_WHO_LEFT, false, NOTHING, NOTHING),
                Arguments.of(ADMINISTRATOR, true, ALL, ALL),
                Arguments.of(ADMINISTRATOR_OF_ALL, true, ALL, ALL));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void permitsWhatTheMatrixSaysAndNothingElse(
            Caller caller, boolean create, Set<Action> onPrivate, Set<Action> onPublic) {
        assertThat(POLICY.permits(caller, Action.CREATE, AccessTarget.workspace("ws-1")))
                .isEqualTo(create);
        Map<Accessibility, Set<Action>> permitted = Map.of(PRIVATE, onPrivate, PUBLIC, onPublic);
        permitted.forEach((accessibility, actions) -> assertThat(Arrays.stream(Action.values())
                        .filter(action -> action != Action.CREATE)
                        .filter(action -> POLICY.permits(caller, action, target(accessibility))))
                .containsExactlyInAnyOrderElementsOf(actions));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void aListShowsExactlyWhatMayBeViewed(Caller caller, boolean create, Set<Action> onPrivate, Set<Action> onPublic) {
        ListScope scope = POLICY.listScope(caller);

        for (String workspace : List.of("ws-1", "ws-2", "ws-3")) {
            for (String creator : List.of("alice", "bob", "carol", "tool", "Alice")) {
                for (Accessibility accessibility : Accessibility.values()) {
                    ConnectionHead head = head(workspace, creator, accessibility);
                    assertThat(scope.admits(head))
                            .as(head.toString())
                            .isEqualTo(POLICY.permits(caller, Action.VIEW, AccessTarget.connection(head)));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutViewThereIsNoOtherRight(Action action) {
        matrix().map(row -> (Caller) row.get()[0]).forEach(caller -> {
            for (Accessibility accessibility : Accessibility.values()) {
                AccessTarget target = target(accessibility);
                if (action != Action.CREATE && POLICY.permits(caller, action, target)) {
                    assertThat(POLICY.permits(caller, Action.VIEW, target)).isTrue();
                }
            }
        });
    }

    private static AccessTarget target(Accessibility accessibility) {
        return AccessTarget.connection(head("ws-1", "alice", accessibility));
    }

    private static ConnectionHead head(String workspace, String creator, Accessibility accessibility) {
        return new ConnectionHead(
                "conn-1", workspace, "orders", ConnectionType.RDS, accessibility, creator, 0, 0, 1, 1);
    }
}
