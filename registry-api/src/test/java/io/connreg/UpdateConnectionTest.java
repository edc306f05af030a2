package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

final class UpdateConnectionTest {
    private static final UpdateConnection NOTHING = UpdateConnection.of("conn-1");
    private static final Map<String, String> BEFORE = Map.of("host", "h", "port", "1", "extra", "x");
    private static final Secret SECRET = Secret.of("s3cret");

    @Test
    void changesNothingUntilItIsTold() {
        assertChangesNothing();
    }

    @Test
    void eachActMakesACopyAndLeavesTheOriginal() {
        ModelInfo model = ModelInfo.of("qwen-max", ModelType.LLM);
        UpdateConnection all = NOTHING.ifRevision(7)
                .rename("other")
                .accessibility(Accessibility.PUBLIC)
                .description("text")
                .setConfig("host", "new")
                .removeConfig("extra")
                .setSecret("password", SECRET)
                .clearSecret("token")
                .models(model)
                .resourceMeta(ResourceMeta.NONE)
                .transferTo("bob");

        assertChangesNothing();
        assertThat(all.id()).isEqualTo("conn-1");
        assertThat(all.expectedRevision()).hasValue(7);
        assertThat(all.newName()).contains("other");
        assertThat(all.newAccessibility()).contains(Accessibility.PUBLIC);
        assertThat(all.newDescription()).contains("text");
        assertThat(all.configsToSet()).isEqualTo(Map.of("host", "new"));
        assertThat(all.configsAfter(BEFORE)).isEqualTo(Map.of("host", "new", "port", "1"));
        assertThat(all.secretsToSet()).isEqualTo(Map.of("password", SECRET));
        assertThat(all.secretsToClear()).containsExactly("token");
        assertThat(all.newModels()).contains(List.of(model));
        assertThat(all.newResourceMeta()).contains(ResourceMeta.NONE);
        assertThat(all.newOwner()).contains("bob");
    }

    private static void assertChangesNothing() {
        assertThat(NOTHING.id()).isEqualTo("conn-1");
        assertThat(NOTHING.expectedRevision()).isEmpty();
        assertThat(NOTHING.newName()).isEmpty();
        assertThat(NOTHING.newAccessibility()).isEmpty();
        assertThat(NOTHING.newDescription()).isEmpty();
        assertThat(NOTHING.configsAfter(BEFORE)).isEqualTo(BEFORE);
        assertThat(NOTHING.configsToSet()).isEmpty();
        assertThat(NOTHING.secretsToSet()).isEmpty();
        assertThat(NOTHING.secretsToClear()).isEmpty();
        assertThat(NOTHING.newModels()).isEmpty();
        assertThat(NOTHING.newResourceMeta()).isEmpty();
        assertThat(NOTHING.newOwner()).isEmpty();
    }

    @Test
    void aSecretThatIsSetAndThenClearedIsCleared() {
        UpdateConnection update = NOTHING.setSecret("password", SECRET).clearSecret("password");

        assertThat(update.secretsToSet()).isEmpty();
        assertThat(update.secretsToClear()).containsExactly("password");
    }

    @Test
    void aSecretThatIsClearedAndThenSetIsSet() {
        UpdateConnection update = NOTHING.clearSecret("password").setSecret("password", SECRET);

        assertThat(update.secretsToSet()).isEqualTo(Map.of("password", SECRET));
        assertThat(update.secretsToClear()).isEmpty();
    }

    @Test
    void theLastActOnAConfigWins() {
        assertThat(NOTHING.setConfig("host", "new").removeConfig("host").configsAfter(BEFORE))
                .isEqualTo(Map.of("port", "1", "extra", "x"));
        assertThat(NOTHING.removeConfig("host").setConfig("host", "new").configsAfter(BEFORE))
                .isEqualTo(Map.of("host", "new", "port", "1", "extra", "x"));
        assertThat(NOTHING.setConfig("host", "one").setConfig("host", "two").configsAfter(BEFORE))
                .containsEntry("host", "two");
    }

    @Test
    void replacingTheConfigsForgetsAllThatWasSaidOfThemBefore() {
        UpdateConnection update =
                NOTHING.setConfig("host", "new").removeConfig("port").replaceConfigs(Map.of("port", "2"));

        assertThat(update.configsAfter(BEFORE)).isEqualTo(Map.of("port", "2"));
        assertThat(update.configsToSet()).isEqualTo(Map.of("port", "2"));
        assertThat(NOTHING.replaceConfigs(Map.of()).configsAfter(BEFORE)).isEmpty();
    }

    @Test
    void whatIsSaidAfterReplacingTheConfigsComesOnTop() {
        UpdateConnection update = NOTHING.replaceConfigs(Map.of("port", "2", "a", "b"))
                .setConfig("host", "new")
                .removeConfig("a");

        assertThat(update.configsAfter(BEFORE)).isEqualTo(Map.of("port", "2", "host", "new"));
    }

    @Test
    void removingAConfigThatIsNotThereIsNoFault() {
        assertThat(NOTHING.removeConfig("nowhere").configsAfter(BEFORE)).isEqualTo(BEFORE);
    }

    @Test
    void theLastOfTheOtherActsWinsToo() {
        UpdateConnection update = NOTHING.ifRevision(1)
                .ifRevision(2)
                .rename("a")
                .rename("b")
                .description("a")
                .description("")
                .models(ModelInfo.of("m", ModelType.LLM))
                .models()
                .transferTo("a")
                .transferTo("b");

        assertThat(update.expectedRevision()).hasValue(2);
        assertThat(update.newName()).contains("b");
        assertThat(update.newDescription()).contains("");
        assertThat(update.newModels()).contains(List.of());
        assertThat(update.newOwner()).contains("b");
    }

    @Test
    void replacementConfigsAreACopy() {
        Map<String, String> configs = new HashMap<>(Map.of("host", "new"));
        UpdateConnection update = NOTHING.replaceConfigs(configs);

        configs.put("host", "other");

        assertThat(update.configsToSet()).isEqualTo(Map.of("host", "new"));
    }

    @Test
    void whatItShowsCannotBeChanged() {
        UpdateConnection update =
                NOTHING.setConfig("k", "v").setSecret("k", SECRET).clearSecret("other");

        for (Collection<?> shown : List.of(
                update.configsToSet().values(),
                update.configsAfter(BEFORE).values(),
                update.secretsToSet().values(),
                update.secretsToClear())) {
            assertThatThrownBy(shown::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    @NullUnmarked
    void nullIsRefusedWhereItIsGiven() {
        Map<String, String> holed = new HashMap<>();
        holed.put("host", null);

        assertThatNullPointerException().isThrownBy(() -> UpdateConnection.of(null));
        assertThatNullPointerException().isThrownBy(() -> NOTHING.rename(null));
        assertThatNullPointerException().isThrownBy(() -> NOTHING.accessibility(null));
        assertThatNullPointerException().isThrownBy(() -> NOTHING.description(null));
        assertThatNullPointerException().isThrownBy(() -> NOTHING.setConfig("k", null));
        assertThatNullPointerException().isThrownBy(() -> NOTHING.removeConfig(null));
        assertThatNullPointerException().isThrownBy(() -> NOTHING.replaceConfigs(holed));
        assertThatNullPointerException().isThrownBy(() -> NOTHING.setSecret("k", null));
        assertThatNullPointerException().isThrownBy(() -> NOTHING.clearSecret(null));
        assertThatNullPointerException().isThrownBy(() -> NOTHING.resourceMeta(null));
        assertThatNullPointerException().isThrownBy(() -> NOTHING.transferTo(null));
    }
}
