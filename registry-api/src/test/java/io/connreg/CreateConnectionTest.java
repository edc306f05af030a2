package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.spec.OpenLlmSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

final class CreateConnectionTest {
    private static final OpenLlmSpec SPEC = OpenLlmSpec.at("h/v1").apiKey(Secret.of("s3cret"));
    private static final CreateConnection BARE = CreateConnection.of("llm", SPEC);
    private static final ModelInfo MODEL = ModelInfo.of("qwen-max", ModelType.LLM);

    @Test
    void isPrivateAndEmptyUnlessItSaysMore() {
        assertIsBare(BARE);
    }

    @Test
    void eachVerbMakesACopyAndLeavesTheOriginal() {
        CreateConnection full = BARE.inWorkspace("ws-1")
                .accessibility(Accessibility.PUBLIC)
                .description("text")
                .models(MODEL)
                .resourceMeta(ResourceMeta.instance("i", "n"));

        assertIsBare(BARE);
        assertThat(full.name()).isEqualTo("llm");
        assertThat(full.spec()).isSameAs(SPEC);
        assertThat(full.workspaceId()).contains("ws-1");
        assertThat(full.accessibility()).isEqualTo(Accessibility.PUBLIC);
        assertThat(full.description()).isEqualTo("text");
        assertThat(full.models()).containsExactly(MODEL);
        assertThat(full.resourceMeta()).isEqualTo(new ResourceMeta("i", "n", null));
    }

    private static void assertIsBare(CreateConnection request) {
        assertThat(request.name()).isEqualTo("llm");
        assertThat(request.spec()).isSameAs(SPEC);
        assertThat(request.workspaceId()).isEmpty();
        assertThat(request.accessibility()).isEqualTo(Accessibility.PRIVATE);
        assertThat(request.description()).isEmpty();
        assertThat(request.models()).isEmpty();
        assertThat(request.resourceMeta()).isEqualTo(ResourceMeta.NONE);
    }

    @Test
    void theLastActWins() {
        CreateConnection request = BARE.inWorkspace("ws-1")
                .inWorkspace("ws-2")
                .accessibility(Accessibility.PUBLIC)
                .accessibility(Accessibility.PRIVATE)
                .description("one")
                .description("")
                .models(MODEL)
                .models(List.of());

        assertThat(request.workspaceId()).contains("ws-2");
        assertThat(request.accessibility()).isEqualTo(Accessibility.PRIVATE);
        assertThat(request.description()).isEmpty();
        assertThat(request.models()).isEmpty();
    }

    @Test
    void keepsACopyOfTheModelsThatCannotBeChanged() {
        List<ModelInfo> models = new ArrayList<>(List.of(MODEL));
        CreateConnection request = BARE.models(models);

        models.clear();

        assertThat(request.models()).containsExactly(MODEL);
        assertThatThrownBy(() -> request.models().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    @NullUnmarked
    void nullIsRefusedWhereItIsGiven() {
        assertThatNullPointerException().isThrownBy(() -> CreateConnection.of(null, SPEC));
        assertThatNullPointerException().isThrownBy(() -> CreateConnection.of("llm", null));
        assertThatNullPointerException().isThrownBy(() -> BARE.inWorkspace(null));
        assertThatNullPointerException().isThrownBy(() -> BARE.accessibility(null));
        assertThatNullPointerException().isThrownBy(() -> BARE.description(null));
        assertThatNullPointerException().isThrownBy(() -> BARE.models((List<ModelInfo>) null));
        assertThatNullPointerException().isThrownBy(() -> BARE.resourceMeta(null));
    }
}
