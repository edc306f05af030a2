package io.connreg.examples.sweep;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.ListConnections;
import io.connreg.ResourceMeta;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.jdbc.JdbcStores;
import io.connreg.spec.CustomSpec;
import io.connreg.spec.RdsSpec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Requests that are refused, with secrets in them, where they belong and where they do not. */
final class Refusals {
    private static final List<String> VALUES = List.of(Canaries.PASSWORD, Canaries.TOKEN, Canaries.UNICODE);

    private final Witness witness;
    private final ConnectionRegistry registry;
    private final Connections alice;
    private final String id;

    /**
     * @param unwatched these requests carry secrets where everybody may read them: only what comes of it is looked at
     */
    Refusals(Witness witness, ConnectionRegistry unwatched) {
        this.witness = witness;
        this.registry = unwatched;
        this.alice = unwatched.actingAs(Scene.ALICE);
        this.id = alice.create(Specs.create("refusals", Specs.orders())).id();
    }

    void run() {
        outOfPlace();
        VALUES.forEach(this::misplaced);
        VALUES.forEach(this::malformed);
        masterKeys();
        stores();
        registry.actingAs(Scene.ALICE).delete(id);
    }

    private void outOfPlace() {
        UpdateConnection set = UpdateConnection.of(id).setSecret("password", Canaries.password());
        CreateConnection another = Specs.create("another", Specs.orders());
        refused(() -> alice.create(Specs.create("refusals", Specs.orders())));
        refused(() -> alice.update(set.ifRevision(7)));
        refused(() -> alice.update(set.removeConfig("host")));
        refused(() -> alice.update(set.transferTo("bob")));
        refused(() -> registry.actingAs(Scene.BOB).update(set));
        refused(() -> registry.actingAs(Scene.MALLORY).update(set));
        refused(() -> registry.actingAs(Scene.MALLORY).create(another));
        refused(() -> registry.actingAs(Scene.MALLORY).validate("ws-1", Specs.orders()));
        refused(() -> registry.actingAs(Scene.MALLORY).open(id));
        alice.update(UpdateConnection.of(id).accessibility(io.connreg.Accessibility.PUBLIC));
        refused(() -> registry.actingAs(Scene.BOB).update(set));
        refused(() -> registry.actingAs(Scene.BOB).delete(id));
    }

    private void misplaced(String value) {
        RdsSpec orders = Specs.orders();
        refusedEverywhere(orders.config("password", value));
        refusedEverywhere(orders.config("Api-Key", value));
        refusedEverywhere(orders.config("host", value + " "));
        refusedEverywhere(orders.config("host", "app:Zq" + value + "@db.internal"));
        refusedEverywhere(orders.config("port", value));
        refusedEverywhere(orders.config("url", "https://db.internal/?token=" + value));
        refusedEverywhere(orders.config("username", value + "\u0000"));
        refusedEverywhere(orders.config("type", " ").config("note", value));
        ResourceMeta meta =
                new ResourceMeta(null, null, "{\"password\":" + '"' + value.replaceAll("[\"\\\\]", "") + "\"}");
        refused(() -> alice.create(CreateConnection.of("meta", orders).resourceMeta(meta)));
        refused(() -> alice.create(CreateConnection.of("described", orders).description(value + "\u0000")));
        refused(() -> alice.list(ListConnections.inWorkspace("ws-1").after(value)));
    }

    private void malformed(String value) {
        RdsSpec orders = Specs.orders();
        refusedEverywhere(orders.secret("a\u0000", Secret.of(value)));
        refusedEverywhere(orders.secret(" ", Secret.of(value)));
        refusedEverywhere(orders.secret("large", Secret.of(value + "x".repeat(65_536))));
        refusedEverywhere(CustomSpec.empty().secret("k".repeat(10_000), Secret.of(value)));
        refusedEverywhere(RdsSpec.at("", "a b", 0, "").login("", Secret.of(value)));
        refused(() -> Secret.of(value + "\uD83D"));
        refused(() -> Secret.of((value + "\uDD11").toCharArray()));
        byte[] bytes = (value + "?").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xff;
        refused(() -> Secret.ofUtf8(bytes));
        Secret wiped = Secret.of(value);
        wiped.wipe();
        refused(wiped::reveal);
        refusedEverywhere(orders.login("app", wiped));
    }

    private void refusedEverywhere(io.connreg.spec.ConnectionSpec spec) {
        UpdateConnection update = UpdateConnection.of(id).replaceConfigs(spec.configs());
        for (Map.Entry<String, Secret> secret : spec.secrets().entrySet()) {
            update = update.setSecret(secret.getKey(), secret.getValue());
        }
        UpdateConnection all = update;
        refused(() -> alice.create(CreateConnection.of("refused", spec)));
        refused(() -> alice.validate(spec));
        if (spec instanceof RdsSpec) {
            refused(() -> alice.update(all));
            refused(() -> alice.validate(all));
        }
    }

    private void masterKeys() {
        refused(() -> MasterKey.line(Canaries.mistypedLine()));
        refused(() -> MasterKey.line("x" + Canaries.masterKeyLine()));
        refused(() -> MasterKey.line(Canaries.masterKeyLine() + Canaries.masterKeyLine()));
        refused(() -> MasterKey.bytes(Arrays.copyOf(Canaries.masterKeyBytes(), 31)));
        refused(() -> MasterKey.aead(" ", new Talkers.KeyService()));
    }

    private void stores() {
        String password = Canaries.DATABASE_PASSWORD;
        for (String url : List.of(
                "jdbc:db2://app:" + password + "@db.internal/registry",
                "jdbc:h2:file:/dev/null/registry;USER=app;PASSWORD=" + password,
                "jdbc:h2:mem:;USER=app;PASSWORD=" + password,
                "jdbc:h2:mem:registry;NO_SUCH_SETTING=1;USER=app;PASSWORD=" + password,
                "jdbc:h2:./registry;AUTO_SERVER=TRUE;USER=app;PASSWORD=" + password,
                "jdbc:postgresql://localhost:1/registry?user=app&password=" + password,
                "jdbc:mariadb://localhost:1/registry?user=app&password=" + password,
                "jdbc:mysql://localhost:1/registry?user=app&password=" + password,
                "file://app:" + password + "@host/registry",
                "file:./registry?password=" + password,
                "redis://:" + password + "@db.internal")) {
            refused(() -> Registries.open(url, Canaries.masterKey()));
        }
        refused(() -> JdbcStores.ddl(
                "jdbc:db2://app:" + password + "@db.internal/registry", io.connreg.jdbc.JdbcOptions.DEFAULT));
    }

    private void refused(Runnable deed) {
        witness.refused(deed);
    }
}
