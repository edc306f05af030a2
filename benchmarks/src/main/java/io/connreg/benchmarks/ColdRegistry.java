package io.connreg.benchmarks;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;

/** A program that opens an empty store, and may store and open a first connection. */
final class ColdRegistry {
    private static final String KEY = MasterKey.generate();

    private ColdRegistry() {}

    public static void main(String[] arguments) {
        try (ConnectionRegistry registry = Registries.open(arguments[1], MasterKey.line(KEY))) {
            if (arguments[0].equals("create")) {
                Connections connections = registry.actingAs(Samples.administrator());
                String id = connections.create(Samples.withOneSecret("first")).id();
                try (OpenedConnection opened = connections.open(id)) {
                    opened.spec().secrets().values().forEach(Secret::reveal);
                }
            }
        }
    }
}
