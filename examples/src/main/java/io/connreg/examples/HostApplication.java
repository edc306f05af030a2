package io.connreg.examples;

import io.connreg.Caller;
import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionRegistry;
import io.connreg.ConnectionType;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.InvalidRequestException;
import io.connreg.ListConnections;
import io.connreg.NameTakenException;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException;
import io.connreg.UpdateConnection;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spec.RdsSpec;
import io.connreg.wire.WireJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A host application, to be read from top to bottom. It keeps its connections in an H2 database under a folder of its
 * own, and can be run again on what an earlier run left there.
 */
public final class HostApplication {
    /** The workspaces of the request files. */
    private static final Caller ALICE =
            Caller.user("alice").memberOf("123245", "678900").defaultWorkspace("123245");

    private static final Caller BOB = Caller.user("bob").memberOf("123245", "678900");

    private final Path requests;
    private final Path data;
    private final PrintStream out;

    HostApplication(Path requests, Path data, PrintStream out) {
        this.requests = requests;
        this.data = data;
        this.out = out;
    }

    /** Takes the folder of the request files and the folder to keep data in. */
    public static void main(String[] arguments) throws IOException, SQLException {
        new HostApplication(Path.of(arguments[0]), Path.of(arguments[1]), System.out).run();
    }

    void run() throws IOException, SQLException {
        String password = MasterKey.generate(); // a new random text
        try (OrdersDatabase orders = OrdersDatabase.start(password)) {
            try (ConnectionRegistry registry = open()) {
                Connections alice = registry.actingAs(ALICE);
                Connections bob = registry.actingAs(BOB);
                register(alice);
                ConnectionView demo = registerDemo(alice, orders.port(), password);
                show("alice", alice);
                show("bob, who does not see what is private", bob);
                query(alice, demo.id());
                askForWhatIsHidden(bob, demo.id());
                askForTheImpossible(alice);
            }
            editBehindTheRegistrysBack();
            try (ConnectionRegistry registry = open()) {
                Connections alice = registry.actingAs(ALICE);
                String id = alice.getByName("demo-orders").id();
                findTheEdit(alice, id);
                repair(alice, id, password);
                query(alice, id);
            }
        }
        searchFilesFor(password);
    }

    /** The master key is made by the first run, and is all that must be kept apart from the database. */
    private ConnectionRegistry open() {
        return Registries.open(registryUrl(), MasterKey.fileOrCreate(data.resolve("master.key")));
    }

    private String registryUrl() {
        return "jdbc:h2:" + data.toAbsolutePath().resolve("registry");
    }

    private void register(Connections alice) throws IOException {
        heading("Registering the request files");
        try (Stream<Path> files = Files.list(requests)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                CreateConnection request = WireJson.strict().readCreate(Files.readString(file));
                try {
                    out.println(alice.create(request).id() + "  " + request.name());
                } catch (NameTakenException e) {
                    out.println("already there           " + request.name());
                }
            }
        }
    }

    /** The database listens on another port, and has another password, in each run. */
    private static ConnectionView registerDemo(Connections alice, int port, String password) {
        try {
            return alice.create(CreateConnection.of(
                    "demo-orders",
                    RdsSpec.at("h2", "127.0.0.1", port, "mem:orders").login("app", Secret.of(password))));
        } catch (NameTakenException e) {
            return alice.update(
                    UpdateConnection.of(alice.getByName("demo-orders").id())
                            .setConfig("port", Integer.toString(port))
                            .setSecret("password", Secret.of(password)));
        }
    }

    private void show(String who, Connections connections) {
        heading("A page as seen by " + who);
        out.printf("%-24s %-24s %-8s %s%n", "TYPE", "NAME", "ACCESS", "SECRETS");
        for (ConnectionView view :
                connections.list(ListConnections.inAllWorkspaces().pageSize(20)).connections()) {
            out.printf("%-24s %-24s %-8s %s%n", view.type(), view.name(), view.accessibility(), view.secretNames());
        }
    }

    /** What a host keeps connections for: all that it connects with stands in the opened connection. */
    private void query(Connections alice, String id) throws SQLException {
        heading("Opening demo-orders and asking it for its orders");
        try (OpenedConnection opened = alice.open(id)) {
            RdsSpec rds = opened.spec(RdsSpec.class);
            String url = "jdbc:" + rds.type() + ":tcp://" + rds.host() + ":" + rds.port() + "/" + rds.database();
            try (Connection database = DriverManager.getConnection(
                            url, rds.username(), rds.password().reveal());
                    Statement statement = database.createStatement();
                    ResultSet rows = statement.executeQuery("select item, amount from orders order by item")) {
                while (rows.next()) {
                    out.println(rows.getString(1) + " × " + rows.getInt(2));
                }
            }
        }
    }

    private void askForWhatIsHidden(Connections bob, String id) {
        heading("Bob asks for a connection that is private to alice");
        try {
            bob.get(id);
        } catch (ConnectionNotFoundException e) {
            out.println(e.code() + ": " + e.getMessage());
        }
    }

    private void askForTheImpossible(Connections alice) {
        heading("A request with three problems");
        ConnectionSpec spec = ConnectionSpec.of(
                ConnectionType.RDS,
                Map.of("type", "mysql", "port", "about 3306", "database", "orders", "username", "app"),
                Map.of());
        try {
            alice.create(CreateConnection.of("orders", spec));
        } catch (InvalidRequestException e) {
            out.println(e.getMessage());
        }
    }

    private void editBehindTheRegistrysBack() throws SQLException {
        heading("Somebody with SQL sends demo-orders to another host");
        try (Connection database = DriverManager.getConnection(registryUrl());
                Statement statement = database.createStatement()) {
            int rows = statement.executeUpdate("update connreg_connection"
                    + " set document = replace(document, '127.0.0.1', 'evil.example')"
                    + " where name = stringtoutf8('demo-orders')");
            out.println(rows + " row changed");
        }
    }

    private void findTheEdit(Connections alice, String id) {
        heading("The password is sealed to the host it may go to");
        out.println("the view says host = " + alice.get(id).configs().get("host"));
        try {
            alice.open(id);
        } catch (SecretUnreadableException e) {
            out.println(e.code() + ": " + e.getMessage());
        }
    }

    private void repair(Connections alice, String id, String password) {
        heading("Repaired by setting host and password again");
        ConnectionView repaired = alice.update(
                UpdateConnection.of(id).setConfig("host", "127.0.0.1").setSecret("password", Secret.of(password)));
        out.println(repaired.name() + " is at revision " + repaired.revision());
    }

    private void searchFilesFor(String password) throws IOException {
        heading("What is on disk");
        try (Stream<Path> files = Files.walk(data)) {
            List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            for (Path file : all) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                out.println(data.relativize(file) + ": the password is "
                        + (bytes.contains(password) ? "IN IT" : "not in it"));
            }
        }
    }

    private void heading(String text) {
        out.println();
        out.println("── " + text);
    }
}
