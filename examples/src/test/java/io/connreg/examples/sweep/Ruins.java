package io.connreg.examples.sweep;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.ListConnections;
import io.connreg.UpdateConnection;
import java.util.List;
import java.util.stream.Stream;

/** Whatever a host may ask of a registry whose store has broken down, or that was closed. Most of it fails. */
final class Ruins {
    private final Witness witness;
    private final ConnectionRegistry registry;
    private final Connections alice;
    private final String id;

    Ruins(Witness witness, ConnectionRegistry registry) {
        this.witness = witness;
        this.registry = registry;
        this.alice = registry.actingAs(Scene.ALICE);
        this.id = alice.create(Specs.create("ruins", Specs.orders())).id();
    }

    /** All at once: a pool takes its time to find that its server is gone. */
    void ask() throws InterruptedException {
        UpdateConnection set = UpdateConnection.of(id).setSecret("password", Canaries.token());
        List<Thread> asking = Stream.<Runnable>of(
                        registry::health,
                        () -> alice.create(Specs.create("more", Specs.orders())),
                        () -> alice.get(id),
                        () -> alice.getByName("ruins"),
                        () -> alice.open(id).close(),
                        () -> alice.list(ListConnections.inAllWorkspaces().withTotal()),
                        () -> alice.update(set),
                        () -> alice.validate(set),
                        () -> alice.delete(id),
                        () -> registry.keys().status(),
                        () -> registry.keys().rotate(),
                        () -> registry.keys().reseal(),
                        () -> registry.keys().verify())
                .map(asked -> new Thread(() -> witness.tried(asked)))
                .toList();
        asking.forEach(Thread::start);
        for (Thread asks : asking) {
            asks.join();
        }
    }
}
