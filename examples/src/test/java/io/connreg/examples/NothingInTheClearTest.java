package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Accessibility;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionType;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.KeyId;
import io.connreg.KeyState;
import io.connreg.Keys;
import io.connreg.ListConnections;
import io.connreg.OpenedConnection;
import io.connreg.RegistryException;
import io.connreg.Secret;
import io.connreg.UpdateConnection;
import io.connreg.ValidationResult.Failure;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.RdsSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret goes through everything that can happen to it, and is then nowhere but where it was asked for. */
final class NothingInTheClearTest {
    private static final String CANARY = "c4nary-Zq7/9vX2+Kp0~mU5";
    private static final String PASSWORD = "p4ssw0rd-of-the-database";
    private static final String TRACED = ";TRACE_LEVEL_FILE=3;TRACE_LEVEL_SYSTEM_OUT=3";
    /** Of this line H2 itself writes the whole URL. */
    private static final String H2_TRACE = "/**/Connection ";

    private final Sightings sightings = new Sightings(CANARY);
    private final Sightings ofPassword = new Sightings(PASSWORD);
    private final List<String> said = new ArrayList<>();
    private final Set<String> codes = new TreeSet<>();

    @TempDir
    private Path folder;

    /** Fails as drivers do: with the login in its words. */
    private static final class TalkativeProbe implements ConnectionProbe {
        @Override
        public boolean accepts(ConnectionType type) {
            return true;
        }

        @Override
        public Optional<Failure> probe(ConnectionSpec spec, ProbeRun run) {
            String words = "no login with " + ((RdsSpec) spec).password().reveal();
            throw new IllegalStateException(words, new IllegalArgumentException(words));
        }
    }

    @Test
    void aSecretIsInNoFileNoErrorNoTextFormAndNoLog() throws IOException, SQLException {
        Path keyFile = folder.resolve("master.key");
        String heard;
        try (Overheard overheard = Overheard.listen()) {
            use(MasterKey.fileOrCreate(keyFile));
            heard = overheard.text();
        }

        assertThat(codes)
                .containsExactly(
                        "INVALID_REQUEST",
                        "KEY_IN_USE",
                        "KEY_UNAVAILABLE",
                        "NAME_TAKEN",
                        "NOT_FOUND",
                        "NOT_PERMITTED",
                        "REVISION_MISMATCH",
                        "SECRET_UNREADABLE",
                        "STORAGE");
        assertThat(said)
                .allSatisfy(text -> assertThat(sightings.in(text)).as(text).isEmpty());
        assertThat(heard).contains("HikariPool", "insert into connreg_connection");
        assertThat(heard).contains(TalkativeProbe.class.getName() + " failed with java.lang.IllegalStateException");
        assertThat(sightings.in(heard)).isEmpty();
        assertThat(heard.lines()
                        .filter(line -> !line.startsWith(H2_TRACE)
                                && !ofPassword.in(line).isEmpty()))
                .isEmpty();
        assertThat(folder.resolve("db/registry.mv.db")).isNotEmptyFile();
        assertThat(folder.resolve("db/registry.trace.db")).isNotEmptyFile();
        assertThat(sightings.in(folder)).isEmpty();
        assertNoMasterKeyIn(folder.resolve("db"), Files.readString(keyFile).split("\\.", -1)[1]);
    }

    @Test
    void whatIsInTheClearIsSeen() throws IOException {
        Files.write(folder.resolve("a"), ("x" + CANARY).getBytes(StandardCharsets.UTF_16LE));
        Files.write(folder.resolve("b"), ("x" + CANARY).getBytes(StandardCharsets.UTF_16BE));

        assertThat(sightings.in(folder)).contains("a: UTF-16LE", "b: UTF-16BE");
        for (String around : List.of("", "1", "12", "123")) {
            byte[] bytes = (around + CANARY + around).getBytes(StandardCharsets.UTF_8);
            assertThat(sightings.in(new String(bytes, StandardCharsets.UTF_8))).isNotEmpty();
            assertThat(sightings.in(Base64.getEncoder().encodeToString(bytes))).isNotEmpty();
            assertThat(sightings.in(Base64.getUrlEncoder().encodeToString(bytes)))
                    .isNotEmpty();
        }
    }

    private void use(MasterKey masterKey) throws SQLException, IOException {
        try (ConnectionRegistry registry = open(masterKey)) {
            String id = workWith(registry);
            failAt(registry, id);
            useKeys(registry);
            withoutItsTables(registry, id);
            assertThat(sightings.in(folder)).isEmpty();
            tamper();
            note(registry.keys().verify().listed());
            try (ConnectionRegistry fresh = open(masterKey)) {
                fails(() -> alice(fresh).open(id));
                fails(() -> alice(fresh)
                        .update(UpdateConnection.of(id).setConfig("host", "h").setSecret("other", canary())));
            }
            try (ConnectionRegistry stranger = open(MasterKey.line(MasterKey.generate()))) {
                fails(() -> alice(stranger).open(id));
                fails(() -> alice(stranger).create(orders("another")));
                fails(() -> alice(stranger).update(UpdateConnection.of(id).setSecret("password", canary())));
            }
            note(alice(registry).update(UpdateConnection.of(id).setSecret("password", canary())));
            alice(registry).delete(id);
            fails(() -> alice(registry).open(id));
            note(registry, alice(registry), masterKey);
        }
    }

    private String workWith(ConnectionRegistry registry) {
        Connections connections = alice(registry);
        CreateConnection request = orders("orders");
        String id = connections.create(request).id();
        UpdateConnection set = UpdateConnection.of(id).setSecret("password", canary());
        UpdateConnection move = UpdateConnection.of(id).setConfig("host", "db2.internal");
        OpenedConnection opened = connections.open(id);
        note(opened, opened.spec(), opened.spec().secrets(), opened.view());
        assertThat(opened.spec(RdsSpec.class).password().reveal()).isEqualTo(CANARY);
        opened.close();
        note(opened, opened.spec().secrets());
        note(request, request.spec(), request.spec().secrets(), set, set.secretsToSet(), canary());
        note(connections.update(set), connections.update(move), connections.get(id));
        note(connections.update(UpdateConnection.of(id).accessibility(Accessibility.PUBLIC)));
        ListConnections everything = ListConnections.inAllWorkspaces();
        note(connections.validate(id), connections.validate(set), connections.validate(orders()));
        note(connections.list(everything), connections.stream(everything).toList(), everything);
        return id;
    }

    private void failAt(ConnectionRegistry registry, String id) {
        Connections connections = alice(registry);
        UpdateConnection set = UpdateConnection.of(id).setSecret("password", canary());
        fails(() -> connections.create(orders("orders")));
        fails(() -> connections.create(CreateConnection.of(
                "bad", RdsSpec.at("", "a b", 0, "").login("", canary()).secret("a\u0000", canary()))));
        fails(() -> connections.create(CreateConnection.of(
                "large", orders().secret("large", Secret.of(CANARY + "x".repeat(65_536))))));
        fails(() -> connections.update(set.removeConfig("host")));
        fails(() -> connections.update(set.ifRevision(1)));
        fails(() -> registry.actingAs(Person.BOB.caller()).update(set));
        fails(() -> registry.actingAs(Person.MALLORY.caller()).update(set));
        fails(() -> registry.actingAs(Person.MALLORY.caller())
                .create(orders("theirs").inWorkspace("ws-1")));
    }

    private void useKeys(ConnectionRegistry registry) {
        Keys keys = registry.keys();
        MasterKey added = MasterKey.line(MasterKey.generate());
        KeyId retiring = keys.status().in(KeyState.PRIMARY).get(0);
        note(keys, keys.rotate());
        fails(() -> keys.retire(retiring));
        note(keys.reseal(), keys.verify(), keys.status(), registry.health());
        keys.addMasterKey(added);
        keys.removeMasterKey(added.id());
    }

    /** The driver's own errors quote the statement that failed. */
    private void withoutItsTables(ConnectionRegistry registry, String id) throws SQLException {
        behindItsBack("alter table connreg_key rename to hidden");
        fails(() -> alice(registry).create(orders("lost")));
        fails(() -> alice(registry).update(UpdateConnection.of(id).setSecret("password", canary())));
        behindItsBack("alter table hidden rename to connreg_key");
    }

    private void tamper() throws SQLException {
        behindItsBack("update connreg_connection set document = replace(document, 'db2.internal', 'evil.example')");
    }

    private void behindItsBack(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                Statement run = connection.createStatement()) {
            run.execute(statement);
        }
    }

    private void fails(Runnable operation) {
        try {
            operation.run();
        } catch (RegistryException e) {
            codes.add(e.code());
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            note(e, trace);
            return;
        }
        throw new AssertionError("it should have failed");
    }

    private void note(Object... things) {
        for (Object thing : things) {
            said.add(thing.toString());
        }
    }

    private static void assertNoMasterKeyIn(Path database, String encoded) throws IOException {
        Sightings key = new Sightings(new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.ISO_8859_1));
        assertThat(new Sightings(encoded).in(database)).isEmpty();
        assertThat(key.in(database)).isEmpty();
    }

    private ConnectionRegistry open(MasterKey masterKey) {
        return Registries.builder()
                .url(url())
                .masterKey(masterKey)
                .probe(new TalkativeProbe())
                .open();
    }

    private String url() {
        return "jdbc:h2:" + folder.resolve("db/registry") + ";USER=app;PASSWORD=" + PASSWORD + TRACED;
    }

    private static Connections alice(ConnectionRegistry registry) {
        return registry.actingAs(Person.ALICE.caller());
    }

    private static Secret canary() {
        return Secret.of(CANARY);
    }

    private static RdsSpec orders() {
        return RdsSpec.at("mysql", "db.internal", 3306, "orders").login("app", canary());
    }

    private static CreateConnection orders(String name) {
        return CreateConnection.of(name, orders());
    }
}
