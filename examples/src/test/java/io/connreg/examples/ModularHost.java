package io.connreg.examples;

import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.OpenedConnection;
import io.connreg.RegistrySetupException;
import io.connreg.Secret;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.spec.RdsSpec;

/** Uses a registry in each store that its arguments name; prints a line for each. */
final class ModularHost {
    private ModularHost() {}

    public static void main(String[] urls) {
        for (String url : urls) {
            try (ConnectionRegistry registry = Registries.open(url, MasterKey.line(MasterKey.generate()))) {
                Connections connections = registry.actingAs(Caller.user("alice").memberOf("ws-1"));
                ConnectionView orders = connections.create(CreateConnection.of(
                        "orders-db",
                        RdsSpec.at("mysql", "db.internal", 3306, "orders").login("app", Secret.of("s3cret"))));
                try (OpenedConnection opened = connections.open(orders.id())) {
                    System.out.println(Registries.class.getModule() + " opened "
                            + opened.spec(RdsSpec.class).password().reveal());
                }
            } catch (RegistrySetupException e) {
                System.out.println(Registries.class.getModule() + " refused: " + e.getMessage());
            }
        }
    }
}
