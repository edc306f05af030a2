package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.connreg.Caller;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.Action;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ListScope;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * All that an access policy owes. The test class of a host's own implements this, by saying which it is, and inherits the
 * rules:
 *
 * <pre>{@code
 * final class TeamPolicyContractTest implements AccessPolicyContract {
 *     @Override
 *     public AccessPolicy policy() {
 *         return new TeamPolicy();
 *     }
 * }
 * }</pre>
 */
public interface AccessPolicyContract {

    /** The policy; asked for once a rule. */
    AccessPolicy policy();

    /**
     * On whose behalf it is asked. Unless overridden, people of all kinds, in workspaces of made-up names; a policy that
     * knows people or workspaces of its own is to be asked about some of those.
     */
    default List<Caller> callers() {
        return PolicyCases.callers();
    }

    /** What it is asked about. Unless overridden, connections of these callers, and of others of almost their names. */
    default List<ConnectionHead> connections() {
        return PolicyCases.connectionsAround(callers());
    }

    @Test
    @DisplayName("U1: a list shows what may be viewed, and nothing else")
    default void aListShowsWhatMayBeViewed() {
        AccessPolicy policy = policy();
        List<ConnectionHead> connections = connections();
        for (Caller caller : callers()) {
            ListScope scope = policy.listScope(caller);
            for (ConnectionHead connection : connections) {
                PolicyQuestion view = PolicyQuestion.about(caller, Action.VIEW, connection);
                assertEquals(view.ask(policy), scope.admits(connection), () -> "permits, and lists: " + view);
            }
        }
    }

    @Test
    @DisplayName("U2: who may not view a connection may do nothing else to it")
    default void whoMayNotViewMayDoNothingElse() {
        AccessPolicy policy = policy();
        for (ConnectionHead connection : connections()) {
            for (Caller caller : callers()) {
                if (!PolicyQuestion.about(caller, Action.VIEW, connection).ask(policy)) {
                    assertEquals(
                            List.of(),
                            PolicyQuestion.allAbout(caller, connection).stream()
                                    .filter(question -> question.ask(policy))
                                    .toList());
                }
            }
        }
    }

    @Test
    @DisplayName("U3: what is asked again is answered the same")
    default void whatIsAskedAgainIsAnsweredTheSame() {
        AccessPolicy policy = policy();
        List<PolicyQuestion> questions = PolicyQuestion.all(callers(), connections());
        List<ListScope> scopes = callers().stream().map(policy::listScope).toList();
        List<Boolean> answers =
                questions.stream().map(question -> question.ask(policy)).toList();
        for (int i = 0; i < answers.size(); i++) {
            PolicyQuestion question = questions.get(i);
            assertEquals(answers.get(i), question.ask(policy), question::toString);
        }
        assertEquals(scopes, callers().stream().map(policy::listScope).toList());
    }

    @Test
    @DisplayName("U4: whatever is asked is answered, never with an exception")
    default void whateverIsAskedIsAnswered() {
        AccessPolicy policy = policy();
        for (Caller caller : callers()) {
            assertNotNull(assertDoesNotThrow(() -> policy.listScope(caller), caller::toString));
        }
        for (PolicyQuestion question : PolicyQuestion.all(callers(), connections())) {
            assertDoesNotThrow(() -> question.ask(policy), question::toString);
        }
    }

    /** Else the other rules would say nothing of a policy that does not know these callers. */
    @Test
    @DisplayName("U5: some of these callers may view some of these connections")
    default void someMayViewSomething() {
        AccessPolicy policy = policy();
        List<ConnectionHead> connections = connections();
        assertTrue(
                callers().stream()
                        .anyMatch(caller -> connections.stream()
                                .anyMatch(connection -> PolicyQuestion.about(caller, Action.VIEW, connection)
                                        .ask(policy))),
                "nobody may view anything: have callers() give people whom the policy knows");
    }
}
