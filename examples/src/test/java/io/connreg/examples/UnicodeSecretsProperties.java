package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.Caller;
import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionType;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.ListConnections;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.OpenedConnection;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.CustomSpec;
import java.io.IOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Text is given back to the last character or refused, on its way through everything from request to file. */
final class UnicodeSecretsProperties {
    private final MasterKey masterKey = MasterKey.line(MasterKey.generate());

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void anyTextIsASecretThatOpensAfterTheFileWasClosed(@ForAll("secrets") @Size(min = 1, max = 200) List<String> texts)
            throws IOException {
        try (ScratchFolder folder = ScratchFolder.create()) {
            Map<String, String> revealed = new HashMap<>();
            String id;
            try (ConnectionRegistry registry = Registries.open(folder.h2Url(), masterKey)) {
                ConnectionSpec spec = CustomSpec.empty();
                for (int i = 0; i < texts.size(); i++) {
                    spec = spec.secret("s" + i, Secret.of(texts.get(i)));
                }
                id = alice(registry).create(CreateConnection.of("texts", spec)).id();
            }
            try (ConnectionRegistry registry = Registries.open(folder.h2Url(), masterKey);
                    OpenedConnection opened = alice(registry).open(id)) {
                opened.spec().secrets().forEach((name, secret) -> revealed.put(name, secret.reveal()));
            }
            for (int i = 0; i < texts.size(); i++) {
                assertThat(revealed).containsEntry("s" + i, texts.get(i));
            }
        }
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void anyTextWithinTheRulesIsKeptAsItIsEverywhereElse(
            @ForAll("lines") @Size(min = 5, max = 5) List<String> lines,
            @ForAll("names") @Size(min = 2, max = 2) List<String> names)
            throws IOException {
        ResourceMeta meta = new ResourceMeta(lines.get(0), lines.get(1), lines.get(2));
        ModelInfo model = ModelInfo.of(lines.get(3), ModelType.LLM).named(lines.get(4));
        try (ScratchFolder folder = ScratchFolder.create()) {
            ConnectionView created;
            try (ConnectionRegistry registry = Registries.open(folder.h2Url(), masterKey)) {
                created = alice(registry)
                        .create(CreateConnection.of(
                                        names.get(0),
                                        CustomSpec.empty()
                                                .config(names.get(1), lines.get(0))
                                                .secret(names.get(1), Secret.of("s")))
                                .description(lines.get(1))
                                .models(model)
                                .resourceMeta(meta));
            }
            assertThat(created.name()).isEqualTo(Normalizer.normalize(names.get(0), Normalizer.Form.NFC));
            assertThat(created.configs()).isEqualTo(Map.of(names.get(1), lines.get(0)));
            assertThat(created.secretNames()).containsExactly(names.get(1));
            assertThat(created.description()).isEqualTo(lines.get(1));
            assertThat(created.models()).containsExactly(model);
            assertThat(created.resourceMeta()).isEqualTo(meta);
            try (ConnectionRegistry registry = Registries.open(folder.h2Url(), masterKey)) {
                assertThat(alice(registry).getByName(names.get(0))).isEqualTo(created);
                assertThat(alice(registry)
                                .list(ListConnections.inWorkspace("ws-1")
                                        .nameContains(names.get(0))
                                        .model(lines.get(3)))
                                .connections())
                        .containsExactly(created);
            }
        }
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void anUnpairedSurrogateIsRefusedInEachPlaceOfARequest(@ForAll("broken") String text) {
        for (String url : List.of("memory:", "jdbc:h2:mem:broken")) {
            try (ConnectionRegistry registry = Registries.open(url, masterKey)) {
                Connections connections = alice(registry);
                CreateConnection good =
                        CreateConnection.of("good", CustomSpec.empty().secret("s", Secret.of("s")));
                String id = connections.create(good).id();
                creations(text).forEach(bad -> refused(text, () -> connections.create(bad)));
                refused(
                        text,
                        () -> registry.actingAs(Caller.user(text).memberOf("ws-1"))
                                .create(good));
                updates(text)
                        .forEach(bad -> refused(text, () -> connections.update(bad.apply(UpdateConnection.of(id)))));
                lists(text).forEach(bad -> {
                    refused(text, () -> connections.list(bad));
                    refused(text, () -> connections.stream(bad).forEach(view -> {}));
                });
                assertThatThrownBy(() -> Secret.of(text))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageNotContaining(text);
                assertThat(connections.list(ListConnections.inAllWorkspaces()).connections())
                        .containsExactly(connections.get(id));
            }
        }
    }

    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void nothingIsFoundUnderAnUnpairedSurrogate(@ForAll("broken") String text) {
        for (String url : List.of("memory:", "jdbc:h2:mem:broken")) {
            try (ConnectionRegistry registry = Registries.open(url, masterKey)) {
                Connections connections = alice(registry);
                Stream.<Consumer<String>>of(
                                connections::get,
                                connections::getByName,
                                name -> connections.getByName(name, "name"),
                                connections::open,
                                connections::delete,
                                id -> connections.delete(id, 1),
                                id -> connections.update(UpdateConnection.of(id).description("d")))
                        .forEach(way -> assertThatThrownBy(() -> way.accept(text))
                                .isInstanceOf(ConnectionNotFoundException.class));
                assertThat(registry.actingAs(Caller.user(text).memberOf(text))
                                .list(ListConnections.inAllWorkspaces())
                                .connections())
                        .isEmpty();
            }
        }
    }

    private static void refused(String text, Runnable request) {
        assertThatThrownBy(request::run)
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageNotContaining(text);
    }

    private static Stream<CreateConnection> creations(String text) {
        CustomSpec spec = CustomSpec.empty();
        CreateConnection good = CreateConnection.of("another", spec);
        return Stream.of(
                CreateConnection.of(text, spec),
                CreateConnection.of("another", spec.config(text, "value")),
                CreateConnection.of("another", spec.config("key", text)),
                CreateConnection.of("another", spec.secret(text, Secret.of("s"))),
                CreateConnection.of("another", CustomSpec.ofType(new ConnectionType(text))),
                good.inWorkspace(text),
                good.description(text),
                good.models(ModelInfo.of(text, ModelType.LLM)),
                good.models(ModelInfo.of("m", ModelType.LLM).named(text)),
                good.models(ModelInfo.of("m", new ModelType(text))),
                good.resourceMeta(ResourceMeta.instance(text, "name")),
                good.resourceMeta(ResourceMeta.instance("id", text)),
                good.resourceMeta(ResourceMeta.NONE.extra(text)));
    }

    private static Stream<UnaryOperator<UpdateConnection>> updates(String text) {
        return Stream.of(
                update -> update.rename(text),
                update -> update.description(text),
                update -> update.setConfig(text, "value"),
                update -> update.setConfig("key", text),
                update -> update.replaceConfigs(Map.of("key", text)),
                update -> update.setSecret(text, Secret.of("s")),
                update -> update.models(ModelInfo.of(text, ModelType.LLM)),
                update -> update.resourceMeta(ResourceMeta.instance("id", text)),
                update -> update.transferTo(text));
    }

    private static Stream<ListConnections> lists(String text) {
        ListConnections all = ListConnections.inAllWorkspaces();
        return Stream.of(
                ListConnections.inWorkspace(text),
                all.ids(text),
                all.nameContains(text),
                all.types(new ConnectionType(text)),
                all.model(text),
                all.modelTypes(new ModelType(text)),
                all.creator(text),
                all.after(text));
    }

    private static Connections alice(ConnectionRegistry registry) {
        return registry.actingAs(Person.ALICE.caller());
    }

    @Provide
    Arbitrary<List<String>> secrets() {
        return HostileText.wellFormed().list();
    }

    @Provide
    Arbitrary<List<String>> lines() {
        return HostileText.lines().list();
    }

    @Provide
    Arbitrary<List<String>> names() {
        return HostileText.names().list();
    }

    @Provide
    Arbitrary<String> broken() {
        return HostileText.withUnpairedSurrogate();
    }
}
