package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ListConnectionsTest {

    @Test
    void asksForAllNewestFirstUnlessItSaysMore() {
        assertAsksForAll(ListConnections.inAllWorkspaces());
    }

    @Test
    void eachFilterMakesACopyAndLeavesTheOriginal() {
        ListConnections all = ListConnections.inAllWorkspaces();
        ListConnections narrow = all.ids("conn-1", "conn-2")
                .nameContains("db")
                .types(ConnectionType.RDS)
                .model("qwen-max")
                .modelTypes(ModelType.LLM)
                .toolCall(false)
                .creator("alice")
                .accessibility(Accessibility.PUBLIC)
                .oldestFirst()
                .pageSize(50)
                .after("token")
                .withTotal();

        assertAsksForAll(all);
        assertThat(narrow.ids()).containsExactlyInAnyOrder("conn-1", "conn-2");
        assertThat(narrow.nameContains()).contains("db");
        assertThat(narrow.types()).containsExactly(ConnectionType.RDS);
        assertThat(narrow.model()).contains("qwen-max");
        assertThat(narrow.modelTypes()).containsExactly(ModelType.LLM);
        assertThat(narrow.toolCall()).contains(false);
        assertThat(narrow.creator()).contains("alice");
        assertThat(narrow.accessibility()).contains(Accessibility.PUBLIC);
        assertThat(narrow.isOldestFirst()).isTrue();
        assertThat(narrow.pageSize()).isEqualTo(50);
        assertThat(narrow.token()).contains("token");
        assertThat(narrow.isWithTotal()).isTrue();
    }

    private static void assertAsksForAll(ListConnections request) {
        assertThat(request.workspaceId()).isEmpty();
        assertThat(request.ids()).isEmpty();
        assertThat(request.nameContains()).isEmpty();
        assertThat(request.types()).isEmpty();
        assertThat(request.model()).isEmpty();
        assertThat(request.modelTypes()).isEmpty();
        assertThat(request.toolCall()).isEmpty();
        assertThat(request.creator()).isEmpty();
        assertThat(request.accessibility()).isEmpty();
        assertThat(request.isOldestFirst()).isFalse();
        assertThat(request.pageSize()).isEqualTo(ListConnections.DEFAULT_PAGE_SIZE);
        assertThat(request.token()).isEmpty();
        assertThat(request.isWithTotal()).isFalse();
    }

    @Test
    void theLastFilterOfAKindWinsAndNoneAtAllTakesItAway() {
        ListConnections request = ListConnections.inWorkspace("ws-1")
                .ids("conn-1")
                .ids(new String[0])
                .types(ConnectionType.RDS)
                .types(ConnectionType.MILVUS, ConnectionType.MILVUS)
                .toolCall(false)
                .toolCall(true);

        assertThat(request.workspaceId()).contains("ws-1");
        assertThat(request.ids()).isEmpty();
        assertThat(request.types()).containsExactly(ConnectionType.MILVUS);
        assertThat(request.toolCall()).contains(true);
    }
}
