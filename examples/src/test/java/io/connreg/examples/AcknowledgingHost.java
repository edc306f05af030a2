package io.connreg.examples;

import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.ListConnections;
import io.connreg.ModelInfo;
import io.connreg.ModelType;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.spec.RdsSpec;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A host that creates, updates and deletes until it is killed. It prints a line before each operation and one after it:
 * thread, {@code begin} or {@code done}, verb, name, secret, full stop.
 */
final class AcknowledgingHost {
    static final int THREADS = 4;

    private final Connections connections;
    private final String prefix;
    private final int thread;
    private final Random random;
    private final Map<String, String> idsByName = new TreeMap<>();
    private int created;

    private AcknowledgingHost(Connections connections, String round, int thread) {
        this.connections = connections;
        this.prefix = "c-" + round + "-" + thread + "-";
        this.thread = thread;
        this.random = new Random(prefix.hashCode());
    }

    /** Arguments: store URL, master key file, number of the round. */
    public static void main(String[] arguments) {
        try (ConnectionRegistry registry =
                Registries.open(arguments[0], MasterKey.fileOrCreate(Path.of(arguments[1])))) {
            Connections connections = registry.actingAs(Person.ALICE.caller());
            List<ConnectionView> kept =
                    connections.stream(ListConnections.inAllWorkspaces()).toList();
            Threads.each(THREADS, thread -> {
                AcknowledgingHost host = new AcknowledgingHost(connections, arguments[2], thread);
                kept.stream()
                        .filter(view -> Math.floorMod(view.name().hashCode(), THREADS) == thread)
                        .forEach(view -> host.idsByName.put(view.name(), view.id()));
                return host.work();
            });
        }
    }

    private boolean work() {
        while (true) {
            int dice = random.nextInt(10);
            String name = idsByName.isEmpty() || dice < 4 ? prefix + created++ : any();
            String id = idsByName.get(name);
            if (id == null) {
                create(name, secret());
            } else if (dice < 8) {
                update(name, id, secret());
            } else {
                delete(name, id);
            }
        }
    }

    private String any() {
        return List.copyOf(idsByName.keySet()).get(random.nextInt(idsByName.size()));
    }

    private void create(String name, String secret) {
        print("begin create", name, secret);
        ConnectionView view = connections.create(CreateConnection.of(
                        name, RdsSpec.at("mysql", "db.internal", 3306, "orders").login("app", Secret.of(secret)))
                .models(ModelInfo.of(name, ModelType.LLM).callingTools()));
        idsByName.put(name, view.id());
        print("done create", name, secret);
    }

    private void update(String name, String id, String secret) {
        print("begin update", name, secret);
        connections.update(UpdateConnection.of(id).setSecret("password", Secret.of(secret)));
        print("done update", name, secret);
    }

    private void delete(String name, String id) {
        print("begin delete", name, "-");
        connections.delete(id);
        idsByName.remove(name);
        print("done delete", name, "-");
    }

    private String secret() {
        byte[] bytes = new byte[1 + random.nextInt(60)];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** In one piece, so that a line is there whole or not at all. */
    private void print(String what, String name, String secret) {
        System.out.print(thread + " " + what + " " + name + " " + secret + " .\n");
    }
}
