package io.connreg.core;

import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.Secret;
import io.connreg.spec.RdsSpec;
import io.connreg.spi.AccessPolicy;

/** What most tests work at: a registry over a store that can be edited, and the people who use it. */
final class Desk implements AutoCloseable {
    static final Caller ALICE = Caller.user("alice").memberOf("ws-1");
    static final Caller BOB = Caller.user("bob").memberOf("ws-1");
    static final Caller ADMIN = Caller.user("root").administratorOf("ws-1");
    static final Caller OUTSIDER = Caller.user("mallory").memberOf("ws-2");

    final EditedStore store = new EditedStore();
    final MasterKey masterKey = MasterKey.line(MasterKey.generate());
    final ScriptedProbe probe = new ScriptedProbe();
    final ConnectionRegistry registry = open(masterKey);
    final Connections alice = registry.actingAs(ALICE);
    final Connections bob = registry.actingAs(BOB);
    final Connections admin = registry.actingAs(ADMIN);
    final Connections outsider = registry.actingAs(OUTSIDER);

    /** Another registry over the same store, with nothing in its cache. */
    ConnectionRegistry open(MasterKey key) {
        return builder().masterKey(key).open();
    }

    /** Another registry over the same store, under another rule of who may do what. */
    ConnectionRegistry open(AccessPolicy policy) {
        return builder().accessPolicy(policy).open();
    }

    /** For what else another registry over the same store may need. */
    RegistryBuilder builder() {
        return Registries.builder().storage(store).masterKey(masterKey).probe(probe);
    }

    static RdsSpec orders() {
        return RdsSpec.at("mysql", "db.internal", 3306, "orders").login("app", Secret.of("s3cret"));
    }

    static CreateConnection ordersDb() {
        return CreateConnection.of("orders-db", orders());
    }

    @Override
    public void close() {
        registry.close();
    }
}
