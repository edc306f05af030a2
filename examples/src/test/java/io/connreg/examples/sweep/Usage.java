package io.connreg.examples.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Accessibility;
import io.connreg.ConnectionPage;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.ListConnections;
import io.connreg.ModelType;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import java.util.List;

/** What hosts do every day. */
final class Usage {
    private final ConnectionRegistry registry;
    private final Connections alice;
    private final Connections impatient;
    private final Connections probing;

    Usage(ConnectionRegistry registry, ConnectionRegistry impatient, ConnectionRegistry probing) {
        this.registry = registry;
        this.alice = registry.actingAs(Scene.ALICE);
        this.impatient = impatient.actingAs(Scene.ALICE);
        this.probing = probing.actingAs(Scene.ALICE);
    }

    void run() {
        registry.health();
        List<ConnectionSpec> specs = Specs.all();
        for (int i = 0; i < specs.size(); i++) {
            live("orders-" + i, specs.get(i));
        }
        lists();
        tests();
        testsOfTheLibrary();
        registry.counters();
        registry.health();
    }

    private void live(String name, ConnectionSpec spec) {
        String id = alice.create(Specs.create(name, spec)).id();
        alice.get(id);
        alice.getByName(name);
        alice.getByName("ws-1", name);
        open(id, spec);
        alice.validate(id);
        alice.validate(spec);
        alice.validate("ws-1", spec);
        alice.validate(UpdateConnection.of(id).setSecret("added", Canaries.token()));
        alice.update(UpdateConnection.of(id).setSecret("added", Secret.of(Canaries.UNICODE)));
        alice.update(UpdateConnection.of(id).setConfig("region", "elsewhere").clearSecret("added"));
        ConnectionView last = alice.update(UpdateConnection.of(id)
                .rename(name + " renamed")
                .accessibility(Accessibility.PUBLIC)
                .description(""));
        open(id, spec);
        if (name.endsWith("1")) {
            alice.delete(id);
        } else if (name.endsWith("2")) {
            alice.delete(id, last.revision());
        }
    }

    /** Here is what it was all stored for. */
    private void open(String id, ConnectionSpec stored) {
        try (OpenedConnection opened = alice.open(id)) {
            assertThat(opened.spec().secrets()).isEqualTo(stored.secrets()).isNotEmpty();
            opened.spec()
                    .secrets()
                    .values()
                    .forEach(secret -> assertThat(secret.reveal())
                            .isIn(Canaries.PASSWORD, Canaries.TOKEN, Canaries.UNICODE, Canaries.LONG));
        }
    }

    private void lists() {
        ListConnections all = ListConnections.inAllWorkspaces().withTotal().pageSize(3);
        ConnectionPage page = alice.list(all);
        alice.list(all.after(page.nextToken().orElseThrow()));
        alice.list(ListConnections.inWorkspace("ws-1")
                .nameContains("orders")
                .model("qwen")
                .modelTypes(ModelType.LLM)
                .toolCall(true)
                .creator("alice")
                .accessibility(Accessibility.PUBLIC)
                .oldestFirst());
        assertThat(alice.stream(all)).hasSizeGreaterThan(5);
    }

    private void tests() {
        for (Failure outcome : Failure.values()) {
            alice.validate(Specs.ending(outcome.name()));
        }
        assertThat(alice.validate(Specs.ending("talk")).failure()).isEqualTo(Failure.PROBE_FAILED);
        String id = alice.create(Specs.create("talks", Specs.ending("talk"))).id();
        assertThat(alice.validate(id).failure()).isEqualTo(Failure.PROBE_FAILED);
        assertThat(impatient.validate(Specs.ending("hang")).failure()).isEqualTo(Failure.TIMEOUT);
    }

    /** Against what says again whatever it is told, with logins and keys in it. */
    private void testsOfTheLibrary() {
        try (FarSide far = new FarSide()) {
            for (ConnectionSpec spec : Specs.all()) {
                assertThat(probing.inRequest("request-1")
                                .validate(far.instead(spec))
                                .isSuccess())
                        .isFalse();
            }
            assertThat(alice.validate(Specs.ending("knock").config("port", String.valueOf(far.port())))
                            .isSuccess())
                    .isTrue();
        }
    }
}
