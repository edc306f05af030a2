package io.connreg.examples;

import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.ListConnections;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.spec.CustomSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A host that is told when to open which store, and then when to open all that it and the others have created there; it prints
 * a line when it has done each, the last with how many opened.
 */
final class FirstStarter {
    private static final int ROWS = 3;

    private FirstStarter() {}

    /** Its argument is its name; what it is told is a store's URL and a master key file, and then anything. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println("ready");
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.split(" ", -1);
            try (ConnectionRegistry registry = Registries.open(words[0], MasterKey.fileOrCreate(Path.of(words[1])))) {
                Connections connections = registry.actingAs(Person.ALICE.caller());
                create(connections, arguments[0]);
                System.out.println("created " + ROWS);
                input.readLine();
                System.out.println("opened " + opened(connections));
            }
        }
    }

    private static void create(Connections connections, String prefix) {
        for (int i = 0; i < ROWS; i++) {
            String name = prefix + "-" + i;
            connections.create(CreateConnection.of(name, CustomSpec.empty().secret("s", Secret.of(name))));
        }
    }

    private static long opened(Connections connections) {
        return connections.stream(ListConnections.inAllWorkspaces())
                .filter(view -> opens(connections, view))
                .count();
    }

    private static boolean opens(Connections connections, ConnectionView view) {
        try (OpenedConnection opened = connections.open(view.id())) {
            return Secret.of(view.name()).equals(opened.spec().secrets().get("s"));
        }
    }
}
