package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.ConnectionPage;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.ListConnections;
import io.connreg.Problem;
import io.connreg.UpdateConnection;
import io.connreg.spec.CustomSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** From page to page: large connections, and what comes and goes meanwhile. */
final class PagesTest {
    private static final ListConnections IN_WS_1 = ListConnections.inWorkspace("ws-1");
    private static final ListConnections EVERYWHERE =
            ListConnections.inAllWorkspaces().oldestFirst().pageSize(1);

    private final Desk desk = new Desk();

    private static List<String> ids(ConnectionPage page) {
        return page.connections().stream().map(ConnectionView::id).toList();
    }

    /** The pages behind this one. */
    private static List<ConnectionPage> behind(ConnectionPage page, ListConnections request, Connections caller) {
        List<ConnectionPage> pages = new ArrayList<>();
        Optional<String> token = page.nextToken();
        while (token.isPresent()) {
            pages.add(caller.list(request.after(token.get())));
            token = pages.get(pages.size() - 1).nextToken();
        }
        return pages;
    }

    /** Of about 960 KiB: eight of them are within a page's budget, nine are not. */
    private static CreateConnection large(int number) {
        CustomSpec spec = CustomSpec.empty();
        for (int i = 0; i < 120; i++) {
            spec = spec.config("key-" + i, "x".repeat(Limits.CONFIG));
        }
        return CreateConnection.of("large-" + number, spec);
    }

    @Test
    void aPageOfLargeConnectionsEndsEarlyAndOnlyTheTokenTellsWhetherItIsTheLast() {
        for (int i = 0; i < 17; i++) {
            desk.alice.create(large(i));
        }
        for (ListConnections request :
                List.of(IN_WS_1.pageSize(1_000), IN_WS_1.pageSize(1_000).oldestFirst())) {
            ConnectionPage first = desk.alice.list(request.withTotal());
            assertThat(first.total()).hasValue(17);
            List<ConnectionPage> pages = new ArrayList<>(List.of(first));
            pages.addAll(behind(first, request, desk.alice));
            assertThat(pages).extracting(page -> page.connections().size()).containsExactly(8, 8, 1);
            List<String> walked =
                    pages.stream().flatMap(page -> ids(page).stream()).toList();
            assertThat(walked).doesNotHaveDuplicates().hasSize(17);
            assertThat(desk.alice.stream(request).map(ConnectionView::id)).containsExactlyElementsOf(walked);
        }
    }

    @Test
    void thereIsATokenExactlyIfAnotherConnectionFollows() {
        for (int i = 0; i < 8; i++) {
            desk.alice.create(large(i));
        }

        assertThat(desk.alice.list(IN_WS_1.pageSize(8)).nextToken()).isEmpty();
        assertThat(desk.alice.list(IN_WS_1.pageSize(1_000)).nextToken()).isEmpty();
        desk.alice.create(CreateConnection.of("one more", CustomSpec.empty()));
        assertThat(desk.alice.list(IN_WS_1.pageSize(8)).nextToken()).isPresent();
    }

    @Test
    void whatComesAndGoesMovesNothingOnTheNextPage() {
        for (ListConnections request :
                List.of(IN_WS_1.pageSize(3), IN_WS_1.pageSize(3).oldestFirst())) {
            Desk fresh = new Desk();
            for (int i = 0; i < 9; i++) {
                fresh.alice.create(CreateConnection.of("connection-" + i, CustomSpec.empty()));
            }
            List<String> all = ids(fresh.alice.list(request.pageSize(9)));
            ConnectionPage first = fresh.alice.list(request);
            assertThat(ids(first)).isEqualTo(all.subList(0, 3));

            fresh.alice.delete(all.get(0));
            fresh.alice.delete(all.get(2));
            fresh.alice.delete(all.get(4));
            fresh.alice.update(UpdateConnection.of(all.get(1)).rename("renamed, seen already"));
            fresh.alice.update(UpdateConnection.of(all.get(5)).rename("renamed, yet to be seen"));
            String added = fresh.alice
                    .create(CreateConnection.of("new", CustomSpec.empty()))
                    .id();

            List<String> rest = new ArrayList<>(List.of(all.get(3), all.get(5), all.get(6), all.get(7), all.get(8)));
            if (request.isOldestFirst()) {
                rest.add(added);
            }
            assertThat(behind(first, request, fresh.alice).stream().flatMap(page -> ids(page).stream()))
                    .containsExactlyElementsOf(rest);
        }
    }

    /** Four public connections by turns in ws-1 and ws-2, in the order of their names. */
    private void createByTurns() {
        Connections admin = desk.registry.actingAs(Caller.user("root").administratorOfAll());
        for (String name : List.of("1", "2", "3", "4")) {
            String workspace = name.equals("1") || name.equals("3") ? "ws-1" : "ws-2";
            admin.create(CreateConnection.of(name, CustomSpec.empty())
                    .inWorkspace(workspace)
                    .accessibility(Accessibility.PUBLIC));
        }
    }

    private List<String> namesBehind(ConnectionPage first, Caller caller) {
        return behind(first, EVERYWHERE, desk.registry.actingAs(caller)).stream()
                .flatMap(page -> page.connections().stream())
                .map(ConnectionView::name)
                .toList();
    }

    @Test
    void eachPageIsOfWhatTheCallerMaySeeThen() {
        createByTurns();
        Caller inOne = Caller.user("carol").memberOf("ws-1");
        Caller inBoth = inOne.memberOf("ws-2");

        ConnectionPage asMemberOfOne = desk.registry.actingAs(inOne).list(EVERYWHERE);
        assertThat(namesBehind(asMemberOfOne, inOne)).containsExactly("3");
        assertThat(namesBehind(asMemberOfOne, inBoth)).containsExactly("2", "3", "4");
        ConnectionPage asMemberOfBoth = desk.registry.actingAs(inBoth).list(EVERYWHERE);
        assertThat(namesBehind(asMemberOfBoth, inOne)).containsExactly("3");
        assertThat(namesBehind(asMemberOfBoth, Caller.user("carol"))).isEmpty();
    }

    @Test
    void aTokenOfOneWhoSeesEveryWorkspaceIsNoneForOneWhoSeesSome() {
        createByTurns();
        Caller member = Caller.user("carol").memberOf("ws-1", "ws-2");
        Caller ofAll = member.administratorOfAll();

        assertThat(namesBehind(desk.registry.actingAs(ofAll).list(EVERYWHERE), ofAll))
                .containsExactly("2", "3", "4");
        assertForeign(member, ofAll);
        assertForeign(ofAll, member);
        assertForeign(ofAll, Caller.user("carol"));
    }

    private void assertForeign(Caller first, Caller next) {
        ConnectionPage page = desk.registry.actingAs(first).list(EVERYWHERE);
        assertThatThrownBy(() -> namesBehind(page, next))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::code)
                                .containsExactly(Problem.FOREIGN_TOKEN));
    }
}
