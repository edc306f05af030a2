package io.connreg.spi;

import static io.connreg.Accessibility.PRIVATE;
import static io.connreg.Accessibility.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.ConnectionType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The matrix of who may do what: a connection of alice's in ws-1, and all kinds of callers. */
final class StandardPolicyTest {
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
    private static final Set<Action> ENTER = Set.of(Action.CREATE, Action.VALIDATE);
    private static final Set<Action> SEE = Set.of(Action.VIEW, Action.VALIDATE);
    private static final Set<Action> SEE_AND_OPEN = Set.of(Action.VIEW, Action.VALIDATE, Action.OPEN);
    private static final Set<Action> OWN =
            Set.of(Action.VIEW, Action.VALIDATE, Action.OPEN, Action.UPDATE, Action.DELETE);
    private static final Set<Action> ALL = EnumSet.complementOf(EnumSet.of(Action.CREATE));

    /** Policy, caller, what they may do in the workspace, with a private connection, with a public one. */
    static Stream<Arguments> matrix() {
        return Stream.concat(rows(AccessPolicy.standard(), SEE_AND_OPEN), rows(AccessPolicy.strict(), SEE));
    }

    private static Stream<Arguments> rows(AccessPolicy policy, Set<Action> ofMembersWithAPublicOne) {
        return Stream.of(
                Arguments.of(policy, OUTSIDER, NOTHING, NOTHING, NOTHING),
                Arguments.of(policy, MEMBER_ELSEWHERE, NOTHING, NOTHING, NOTHING),
                Arguments.of(policy, ADMINISTRATOR_ELSEWHERE, NOTHING, NOTHING, NOTHING),
                Arguments.of(policy, MEMBER, ENTER, NOTHING, ofMembersWithAPublicOne),
                Arguments.of(policy, MEMBER_BY_ANOTHER_CASE, ENTER, NOTHING, ofMembersWithAPublicOne),
                Arguments.of(policy, CREATOR, ENTER, OWN, OWN),
                Arguments.of(policy, CREATOR_WHO_LEFT, NOTHING, NOTHING, NOTHING),
                Arguments.of(policy, ADMINISTRATOR, ENTER, ALL, ALL),
                Arguments.of(policy, ADMINISTRATOR_OF_ALL, ENTER, ALL, ALL));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void permitsWhatTheMatrixSaysAndNothingElse(
            AccessPolicy policy,
            Caller caller,
            Set<Action> inTheWorkspace,
            Set<Action> onPrivate,
            Set<Action> onPublic) {
        Stream.of(Action.CREATE, Action.VALIDATE)
                .forEach(action -> assertThat(policy.permits(caller, action, AccessTarget.workspace("ws-1")))
                        .as(action.name())
                        .isEqualTo(inTheWorkspace.contains(action)));
        Map<Accessibility, Set<Action>> permitted = Map.of(PRIVATE, onPrivate, PUBLIC, onPublic);
        permitted.forEach((accessibility, actions) -> assertThat(Arrays.stream(Action.values())
                        .filter(action -> action != Action.CREATE)
                        .filter(action -> policy.permits(caller, action, target(accessibility))))
                .containsExactlyInAnyOrderElementsOf(actions));
    }

    @ParameterizedTest
    @MethodSource("matrix")
    void aListShowsExactlyWhatMayBeViewed(
            AccessPolicy policy,
            Caller caller,
            Set<Action> inTheWorkspace,
            Set<Action> onPrivate,
            Set<Action> onPublic) {
        ListScope scope = policy.listScope(caller);

        assertThat(scope.admits(head(PRIVATE))).isEqualTo(onPrivate.contains(Action.VIEW));
        assertThat(scope.admits(head(PUBLIC))).isEqualTo(onPublic.contains(Action.VIEW));
    }

    private static AccessTarget target(Accessibility accessibility) {
        return AccessTarget.connection(head(accessibility));
    }

    private static ConnectionHead head(Accessibility accessibility) {
        return new ConnectionHead("conn-1", "ws-1", "orders", ConnectionType.RDS, accessibility, "alice", 0, 0, 1, 1);
    }
}
