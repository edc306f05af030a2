package io.connreg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.CustomSpec;
import io.connreg.spec.RdsSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ConnectionViewTest {

    @Test
    void aViewIsACopyThatCannotBeChanged() {
        TreeMap<String, String> configs = new TreeMap<>(Map.of("host", "h"));
        Set<String> secretNames = new TreeSet<>(Set.of("password"));
        TreeMap<String, KeyId> keyIds = new TreeMap<>(Map.of("password", new KeyId(1)));
        List<ModelInfo> models = new ArrayList<>(List.of(ModelInfo.of("m", ModelType.LLM)));
        ConnectionView view = view(configs, secretNames, keyIds, models);
        ConnectionView same = view(configs, secretNames, keyIds, models);

        configs.clear();
        secretNames.clear();
        keyIds.clear();
        models.clear();

        assertThat(view).isEqualTo(same);
        assertThat(view.configs()).containsEntry("host", "h");
        assertThat(view.secretNames()).containsExactly("password");
        assertThat(view.keyIds()).containsKey("password");
        assertThat(view.models()).hasSize(1);
        for (Collection<?> shown : List.of(
                view.configs().values(), view.secretNames(), view.keyIds().values(), view.models())) {
            assertThatThrownBy(shown::clear).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    private static ConnectionView view(
            SortedMap<String, String> configs,
            Set<String> names,
            SortedMap<String, KeyId> keyIds,
            List<ModelInfo> models) {
        return new ConnectionView(
                "conn-1",
                "ws-1",
                "orders",
                ConnectionType.RDS,
                Accessibility.PRIVATE,
                "alice",
                "",
                configs,
                names,
                keyIds,
                models,
                ResourceMeta.NONE,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    @Test
    void anOpenedConnectionGivesItsSpecAsItsType() {
        RdsSpec spec = RdsSpec.at("mysql", "h", 3306, "d").login("app", Secret.of("s3cret"));
        OpenedConnection opened = new OpenedConnection(SampleView.of("conn-1", spec), spec);

        assertThat(opened.spec(RdsSpec.class)).isSameAs(spec);
        assertThat(opened.spec(ConnectionSpec.class)).isSameAs(spec);
        assertThatIllegalStateException()
                .isThrownBy(() -> opened.spec(CustomSpec.class))
                .withMessage("connection conn-1 is a RDSConnection: ask for RdsSpec, not for CustomSpec");
    }

    @Test
    void closingAnOpenedConnectionWipesAllItsSecretsAndOnlyThem() {
        RdsSpec spec = RdsSpec.at("mysql", "h", 3306, "d")
                .login("app", Secret.of("s3cret"))
                .secret("extra", Secret.of(""));
        OpenedConnection opened = new OpenedConnection(SampleView.of("conn-1", spec), spec);

        opened.close();
        opened.close();

        assertThat(opened.spec(RdsSpec.class).host()).isEqualTo("h");
        assertThat(opened.spec().secrets()).hasSize(2);
        assertThat(opened.spec().secrets().values())
                .allSatisfy(secret -> assertThatIllegalStateException().isThrownBy(secret::reveal));
    }
}
