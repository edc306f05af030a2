package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionPage;
import io.connreg.ConnectionType;
import io.connreg.ConnectionView;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.ListConnections;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.Problem;
import io.connreg.spec.CustomSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class ListTest {
    private static final ListConnections IN_WS_1 = ListConnections.inWorkspace("ws-1");

    private final Desk desk = new Desk();

    private List<String> create(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(desk.alice
                    .create(CreateConnection.of("connection-" + i, CustomSpec.empty()))
                    .id());
        }
        return ids;
    }

    private List<ConnectionView> walk(ListConnections request) {
        List<ConnectionView> all = new ArrayList<>();
        Optional<String> token = Optional.empty();
        do {
            ConnectionPage page = desk.alice.list(token.map(request::after).orElse(request));
            assertThat(page.connections()).hasSizeLessThanOrEqualTo(request.pageSize());
            all.addAll(page.connections());
            token = page.nextToken();
        } while (token.isPresent());
        return all;
    }

    @Test
    void pagesGiveEachConnectionOnceInBothDirections() {
        create(23);
        List<ConnectionView> oldest = walk(IN_WS_1.oldestFirst().pageSize(5));
        List<ConnectionView> newest = walk(IN_WS_1.pageSize(7));

        assertThat(oldest).hasSize(23).doesNotHaveDuplicates();
        Collections.reverse(newest);
        assertThat(newest).isEqualTo(oldest);
        assertThat(oldest).isSortedAccordingTo((a, b) -> a.createdAt().compareTo(b.createdAt()));
    }

    @Test
    void aPageThatIsJustFullIsTheLast() {
        create(10);

        assertThat(desk.alice.list(IN_WS_1).nextToken()).isEmpty();
        assertThat(desk.alice.list(IN_WS_1.pageSize(9)).nextToken()).isPresent();
    }

    @Test
    void theTotalIsToldWhenAskedForAndCountsWhatTheCallerMaySee() {
        create(12);

        assertThat(desk.alice.list(IN_WS_1).total()).isEmpty();
        assertThat(desk.alice.list(IN_WS_1.withTotal()).total()).hasValue(12);
        assertThat(desk.bob.list(IN_WS_1.withTotal()).total()).hasValue(0);
    }

    @Test
    void aStreamGoesThroughAllPagesAndReadsNoMoreThanItIsAskedFor() {
        List<String> ids = create(1_203);

        try (Stream<ConnectionView> stream = desk.alice.stream(IN_WS_1.oldestFirst())) {
            assertThat(stream.map(ConnectionView::id)).containsExactlyInAnyOrderElementsOf(ids);
        }
        assertThat(desk.alice.stream(IN_WS_1).limit(3)).hasSize(3);
    }

    @Test
    void filtersAllHold() {
        desk.alice.create(CreateConnection.of("Alpha LLM", CustomSpec.ofType(new ConnectionType("X")))
                .models(ModelInfo.of("qwen", ModelType.LLM).callingTools(), ModelInfo.of("bge", ModelType.EMBEDDING)));
        desk.alice.create(CreateConnection.of("beta_100%", CustomSpec.empty()));

        assertThat(names(IN_WS_1.nameContains("alpha l"))).containsExactly("Alpha LLM");
        assertThat(names(IN_WS_1.nameContains("_100%"))).containsExactly("beta_100%");
        assertThat(names(IN_WS_1.types(ConnectionType.CUSTOM))).containsExactly("beta_100%");
        assertThat(names(IN_WS_1.model("qwen").modelTypes(ModelType.LLM).toolCall(true)))
                .containsExactly("Alpha LLM");
        assertThat(names(IN_WS_1.model("qwen").modelTypes(ModelType.EMBEDDING))).isEmpty();
        assertThat(names(IN_WS_1.nameContains("a").creator("bob"))).isEmpty();
    }

    private List<String> names(ListConnections request) {
        return desk.alice.list(request).connections().stream()
                .map(ConnectionView::name)
                .toList();
    }

    @Test
    void aTokenIsGoodForItsOwnListOnly() {
        create(3);
        String token = desk.alice.list(IN_WS_1.pageSize(1)).nextToken().orElseThrow();

        assertThat(desk.alice.list(IN_WS_1.pageSize(2).after(token)).connections())
                .hasSize(2);
        assertThat(desk.bob.list(IN_WS_1.after(token)).connections()).isEmpty();
        for (ListConnections other : List.of(
                IN_WS_1.after(token).oldestFirst(),
                IN_WS_1.after(token).nameContains("x"),
                ListConnections.inAllWorkspaces().after(token),
                IN_WS_1.after(token + "x"),
                IN_WS_1.after("15"),
                IN_WS_1.after(""),
                IN_WS_1.after("%%%"))) {
            assertRefused(other, "after", Problem.FOREIGN_TOKEN);
        }
    }

    @Test
    void aPageSizeOrAFilterThatCannotBeIsRefused() {
        assertRefused(IN_WS_1.pageSize(0), "pageSize", Problem.MALFORMED);
        assertRefused(IN_WS_1.pageSize(1_001), "pageSize", Problem.MALFORMED);
    }

    @Test
    void aFilterThatIsNotRightIsToldByItsName() {
        String half = "\uD800";
        assertRefused(ListConnections.inWorkspace(half), "workspaceId", Problem.MALFORMED);
        assertRefused(IN_WS_1.ids("\u0000"), "ids", Problem.MALFORMED);
        assertRefused(IN_WS_1.ids("\u0000a", "\u0000b"), "ids", Problem.MALFORMED);
        assertRefused(IN_WS_1.nameContains(half), "nameContains", Problem.MALFORMED);
        assertRefused(IN_WS_1.types(new ConnectionType(half)), "types", Problem.MALFORMED);
        assertRefused(IN_WS_1.model(half), "model", Problem.MALFORMED);
        assertRefused(IN_WS_1.modelTypes(new ModelType(half)), "modelTypes", Problem.MALFORMED);
        assertRefused(IN_WS_1.creator(half), "creator", Problem.MALFORMED);
    }

    @Test
    void allThatIsWrongWithAListIsToldAtOnce() {
        ListConnections wrong = ListConnections.inWorkspace("\u0000")
                .creator("\u0000")
                .model("\u0000")
                .pageSize(0);

        assertThatThrownBy(() -> desk.alice.list(wrong))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.problems())
                                .extracting(Problem::path)
                                .containsExactly("workspaceId", "model", "creator", "pageSize"));
    }

    @Test
    void aFilterOfTheGreatestSizeIsTakenAndOneThatIsLargerIsNot() {
        String most = "\uD83D\uDD11".repeat(1_024);
        assertThat(desk.alice.list(IN_WS_1.nameContains(most).model(most)).connections())
                .isEmpty();
        assertRefused(IN_WS_1.nameContains(most + "x"), "nameContains", Problem.TOO_LARGE);
        assertRefused(IN_WS_1.ids(most + "x"), "ids", Problem.TOO_LARGE);

        String[] texts = IntStream.range(0, 1_001).mapToObj(i -> "t" + i).toArray(String[]::new);
        String[] fitting = Arrays.copyOf(texts, 1_000);
        assertThat(desk.alice
                        .list(IN_WS_1.ids(fitting).types(types(fitting)).modelTypes(modelTypes(fitting)))
                        .connections())
                .isEmpty();
        assertRefused(IN_WS_1.ids(texts), "ids", Problem.TOO_LARGE);
        assertRefused(IN_WS_1.types(types(texts)), "types", Problem.TOO_LARGE);
        assertRefused(IN_WS_1.modelTypes(modelTypes(texts)), "modelTypes", Problem.TOO_LARGE);
    }

    private static ConnectionType[] types(String[] texts) {
        return Stream.of(texts).map(ConnectionType::new).toArray(ConnectionType[]::new);
    }

    private static ModelType[] modelTypes(String[] texts) {
        return Stream.of(texts).map(ModelType::new).toArray(ModelType[]::new);
    }

    private void assertRefused(ListConnections request, String path, String code) {
        assertThatThrownBy(() -> desk.alice.list(request))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.path()).isEqualTo(path);
                                    assertThat(problem.code()).isEqualTo(code);
                                }));
    }
}
