package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.connreg.Accessibility;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules A: what a caller may see in a list. */
public interface ScopeRules extends StoreFixture {

    @Test
    @DisplayName("A1: no grant admits nothing")
    default void noGrantAdmitsNothing(ConnectionStore store) {
        fillTwoWorkspaces(store);
        assertAdmitted(store, "alice");
    }

    @Test
    @DisplayName("A2: in a workspace: what is public, or also one's own, or all")
    default void eachReachInAWorkspace(ConnectionStore store) {
        fillTwoWorkspaces(store);
        assertAdmitted(store, "alice", List.of(Grant.in("ws-1", Reach.PUBLIC)), "1-alice-public", "1-bob-public");
        assertAdmitted(
                store,
                "alice",
                List.of(Grant.in("ws-1", Reach.PUBLIC_OR_OWN)),
                "1-alice",
                "1-alice-public",
                "1-bob-public");
        assertAdmitted(
                store,
                "alice",
                List.of(Grant.in("ws-1", Reach.ALL)),
                "1-alice",
                "1-alice-public",
                "1-bob",
                "1-bob-public");
        assertAdmitted(store, "alice", List.of(Grant.in("ws-3", Reach.ALL)));
    }

    @Test
    @DisplayName("A3: everywhere: what is public, or also one's own, or all")
    default void eachReachEverywhere(ConnectionStore store) {
        fillTwoWorkspaces(store);
        assertAdmitted(
                store,
                "bob",
                List.of(Grant.everywhere(Reach.PUBLIC)),
                "1-alice-public",
                "1-bob-public",
                "2-bob-public");
        assertAdmitted(
                store,
                "bob",
                List.of(Grant.everywhere(Reach.PUBLIC_OR_OWN)),
                "1-alice-public",
                "1-bob",
                "1-bob-public",
                "2-bob-public");
        assertAdmitted(
                store,
                "bob",
                List.of(Grant.everywhere(Reach.ALL)),
                "1-alice",
                "1-alice-public",
                "1-bob",
                "1-bob-public",
                "2-alice",
                "2-bob-public");
    }

    @Test
    @DisplayName("A4: of several grants one is enough, and none takes from another; a row is listed once")
    default void severalGrantsAddUp(ConnectionStore store) {
        fillTwoWorkspaces(store);
        assertAdmitted(
                store,
                "alice",
                List.of(
                        Grant.in("ws-2", Reach.PUBLIC_OR_OWN),
                        Grant.in("ws-1", Reach.PUBLIC),
                        Grant.in("ws-2", Reach.PUBLIC),
                        Grant.everywhere(Reach.PUBLIC)),
                "1-alice-public",
                "1-bob-public",
                "2-alice",
                "2-bob-public");
    }

    @Test
    @DisplayName("A5: a user whose id differs by case or a blank owns nothing of another's")
    default void anotherSpellingIsAnotherUser(ConnectionStore store) {
        fillTwoWorkspaces(store);
        for (String user : List.of("Alice", "ALICE", "alice ", "", "\0", "%")) {
            assertAdmitted(
                    store, user, List.of(Grant.in("ws-1", Reach.PUBLIC_OR_OWN)), "1-alice-public", "1-bob-public");
        }
        assertAdmitted(store, "alice", List.of(Grant.in("WS-1", Reach.ALL), Grant.in("ws-1 ", Reach.ALL)));
    }

    @Test
    @DisplayName("A6: a filter narrows the scope and never widens it")
    default void aFilterNeverWidensTheScope(ConnectionStore store) {
        fillTwoWorkspaces(store);
        ListScope scope = new ListScope("alice", List.of(Grant.in("ws-1", Reach.PUBLIC_OR_OWN)));
        assertEquals(Set.of("1-bob-public"), Listing.ids(store, scope, Filters.creator("bob")));
        assertEquals(Set.of(), Listing.ids(store, scope, Filters.workspace("ws-2")));
        assertEquals(Set.of("1-alice"), Listing.ids(store, scope, Filters.ids("1-alice", "1-bob", "2-alice")));
        assertEquals(1, store.count(scope, Filters.ids("1-alice", "1-bob", "2-alice")));
    }

    @Test
    @DisplayName("A7: a scope of a hundred workspaces is taken")
    default void aHundredGrantsAreTaken(ConnectionStore store) {
        fillTwoWorkspaces(store);
        Grant[] grants = new Grant[100];
        for (int i = 0; i < grants.length; i++) {
            grants[i] = Grant.in("ws-" + (i + 2), Reach.ALL);
        }
        assertAdmitted(store, "alice", List.of(grants), "2-alice", "2-bob-public");
    }

    private static void fillTwoWorkspaces(ConnectionStore store) {
        StoreState.fill(
                store,
                SampleRow.of("1-alice"),
                SampleRow.of("1-alice-public").accessibility(Accessibility.PUBLIC),
                SampleRow.of("1-bob").creator("bob"),
                SampleRow.of("1-bob-public").creator("bob").accessibility(Accessibility.PUBLIC),
                SampleRow.of("2-alice").in("ws-2"),
                SampleRow.of("2-bob-public").in("ws-2").creator("bob").accessibility(Accessibility.PUBLIC));
    }

    private static void assertAdmitted(ConnectionStore store, String user) {
        assertAdmitted(store, user, List.of());
    }

    private static void assertAdmitted(ConnectionStore store, String user, List<Grant> grants, String... ids) {
        ListScope scope = new ListScope(user, grants);
        assertEquals(Set.of(ids), Listing.ids(store, scope, ConnectionFilter.ALL), scope::toString);
        assertEquals(ids.length, store.count(scope, ConnectionFilter.ALL), scope::toString);
    }
}
