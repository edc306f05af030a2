package io.connreg.examples;

import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.KeyInUseException;
import io.connreg.KeyState;
import io.connreg.NameTakenException;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.StorageException;
import io.connreg.UpdateConnection;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.file.FileStores;
import io.connreg.jdbc.JdbcOptions;
import io.connreg.jdbc.JdbcStores;
import io.connreg.spec.CustomSpec;
import io.connreg.spi.ConnectionStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A host whose threads write, reseal or rotate until it is killed. It prints what it is about to store and what it was told
 * is stored, {@code begin} or {@code done}, name and secret, a full stop; and a word for all else that it has done.
 */
final class RotatedHost {
    /** So short that a server ends the transactions of one that is stopped while a test waits for it. */
    static final JdbcOptions OPTIONS = JdbcOptions.DEFAULT.statementTimeout(Duration.ofSeconds(1));

    /** In the place of the secret of a connection that is not there. */
    static final String NONE = "-";

    private static final int NAMES = 8;
    private static final long BETWEEN_RESEALS = TimeUnit.MILLISECONDS.toNanos(20);

    private final ConnectionRegistry registry;
    private final Connections connections;
    private final String prefix;
    private final Random random = new Random();

    private RotatedHost(ConnectionRegistry registry, String prefix) {
        this.registry = registry;
        this.connections = registry.actingAs(Person.ALICE.caller());
        this.prefix = prefix;
    }

    /** Arguments: JDBC URL or directory, master key file, name of the host, and what each of its threads does. */
    public static void main(String[] arguments) {
        List<String> works = List.of(arguments).subList(3, arguments.length);
        try (ConnectionRegistry registry = open(store(arguments[0]), MasterKey.fileOrCreate(Path.of(arguments[1])))) {
            Threads.each(works.size(), number -> {
                new RotatedHost(registry, arguments[2] + "-" + number + "-").workUntilKilled(works.get(number));
                return number;
            });
        }
    }

    static ConnectionStore store(String where) {
        return where.startsWith("jdbc:") ? JdbcStores.open(where, OPTIONS) : FileStores.open(Path.of(where));
    }

    /** With a grace that is enough for one process: its writes are done, or gone with it. */
    static ConnectionRegistry open(ConnectionStore store, MasterKey masterKey) {
        return Registries.builder()
                .storage(store)
                .masterKey(masterKey)
                .keyGrace(Duration.ofMillis(1))
                .open();
    }

    private void workUntilKilled(String work) {
        try {
            while (true) {
                switch (work) {
                    case "write" -> write(prefix + random.nextInt(NAMES));
                    case "reseal" -> sure(this::reseal);
                    case "rotate" -> sure(() -> rotate(registry));
                    default -> throw new IllegalArgumentException(work);
                }
            }
        } catch (RuntimeException e) {
            e.printStackTrace();
            Runtime.getRuntime().halt(1); // the others would go on
        }
    }

    private void reseal() {
        registry.keys().reseal(soFar -> print("resealing"));
        print("resealed");
        LockSupport.parkNanos(BETWEEN_RESEALS);
    }

    private void write(String name) {
        int dice = random.nextInt(10);
        String secret = dice == 0 ? NONE : Integer.toString(random.nextInt(), 36);
        print("begin " + name + " " + secret);
        sure(dice == 0 ? () -> delete(name) : () -> put(name, secret));
        print("done " + name + " " + secret);
        if (dice > 6) {
            sure(() -> requireStored(name, secret));
        }
    }

    /** The store may fail, as when it ends a session: then it is not known what has happened, and it is done again. */
    private static void sure(Runnable act) {
        for (boolean done = false; !done; ) {
            try {
                act.run();
                done = true;
            } catch (StorageException | NameTakenException e) {
                print(e.code());
            }
        }
    }

    private void put(String name, String secret) {
        try {
            String id = connections.getByName(name).id();
            connections.update(UpdateConnection.of(id).setSecret("s", Secret.of(secret)));
        } catch (ConnectionNotFoundException e) {
            connections.create(CreateConnection.of(name, CustomSpec.empty().secret("s", Secret.of(secret))));
        }
    }

    private void delete(String name) {
        try {
            connections.delete(connections.getByName(name).id());
        } catch (ConnectionNotFoundException e) {
            print("nothing");
        }
    }

    private void requireStored(String name, String secret) {
        try (OpenedConnection opened =
                connections.open(connections.getByName(name).id())) {
            if (!Objects.requireNonNull(opened.spec().secrets().get("s"))
                    .reveal()
                    .equals(secret)) {
                throw new IllegalStateException("another secret of " + name);
            }
        }
    }

    /** A whole life of a key, or as much of it as can be. */
    static void rotate(ConnectionRegistry registry) {
        registry.keys().rotate();
        try {
            registry.keys().reseal(soFar -> print("resealing"));
            registry.keys().status().in(KeyState.RETIRING).forEach(registry.keys()::retire);
            registry.keys().status().in(KeyState.DISABLED).forEach(registry.keys()::destroy);
            print("destroyed");
        } catch (KeyInUseException e) {
            print(e.code());
        }
    }

    /** In one piece, so that a line is there whole or not at all. */
    private static void print(String line) {
        System.out.print(line + " .\n");
    }
}
