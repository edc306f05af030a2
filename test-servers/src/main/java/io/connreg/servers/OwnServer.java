package io.connreg.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A server that tests have started, with a folder and a port of its own on this machine. Databases may be made by many
 * threads; it is killed, started again and closed by one.
 */
public final class OwnServer implements DatabaseServer, AutoCloseable {
    private static final long LONGEST_START = TimeUnit.SECONDS.toNanos(60);
    private static final long BETWEEN_TRIES = 20;
    private static final int LINES_SHOWN = 40;

    private final Product product;
    private final Place place;
    private final Watchdog watchdog;
    private final Databases databases;
    private @Nullable Process process;

    private OwnServer(Product product, Place place, Watchdog watchdog) {
        this.product = product;
        this.place = place;
        this.watchdog = watchdog;
        this.databases = new Databases(product, product.adminUrl(place), product.userUrl(place));
    }

    /** One that runs already, if a system property names it. */
    static DatabaseServer unlessOneRuns(Product product) {
        String url = System.getProperty(product.property());
        return url == null ? start(product) : Databases.running(product, url);
    }

    static OwnServer start(Product product) {
        try {
            Place place = Place.create(product.programs());
            OwnServer server = new OwnServer(product, place, Watchdog.over(place.folder(), product.endSignal()));
            try {
                server.initialize();
                return server;
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (IOException e) {
            throw new IllegalStateException(
                    product + " cannot be started: " + e.getMessage() + "\n" + product.hint(), e);
        }
    }

    private void initialize() throws IOException {
        Process filling = begin(product.initialize(place));
        int exit = Exit.of(filling);
        watchdog.forget();
        if (exit != 0) {
            throw failure("could not make its data folder, exit code " + exit);
        }
        restart();
        product.makeUser(place.password()).forEach(databases::executeAsAdmin);
    }

    private Process begin(ProcessBuilder builder) throws IOException {
        Process begun = builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        watchdog.watch(begun);
        return begun;
    }

    @Override
    public TestDatabase newDatabase() {
        return databases.newDatabase();
    }

    @Override
    public String adminUrl() {
        return databases.adminUrl();
    }

    /** Ends all its processes as SIGKILL does, at once, and returns when they are gone. */
    public void kill() {
        Process server = Objects.requireNonNull(process);
        // First the one that would begin others or, hearing that others have died, set things right.
        server.destroyForcibly();
        for (List<ProcessHandle> left = place.processes(); !left.isEmpty(); left = place.processes()) {
            left.forEach(ProcessHandle::destroyForcibly);
        }
        Exit.of(server);
        watchdog.forget();
    }

    /**
     * Starts it again after a kill, with the data and the port that it had.
     *
     * @throws IllegalStateException if it runs, or does not start, with the reason and the end of its log
     */
    public void restart() {
        if (!place.processes().isEmpty()) {
            throw new IllegalStateException(product + " is to be started, but runs");
        }
        try {
            process = begin(product.serve(place));
            awaitAnswer(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitAnswer(Process server) throws IOException {
        long begun = System.nanoTime();
        for (Optional<SQLException> refusal = refusal(); refusal.isPresent(); refusal = refusal()) {
            if (Exit.within(BETWEEN_TRIES, server)) {
                watchdog.forget();
                throw failure("did not start, exit code " + server.exitValue());
            }
            if (System.nanoTime() - begun > LONGEST_START) {
                throw failure("does not answer: " + refusal.get().getMessage());
            }
        }
    }

    private Optional<SQLException> refusal() {
        try {
            DriverManager.getConnection(adminUrl()).close();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(e);
        }
    }

    private IllegalStateException failure(String what) throws IOException {
        List<String> lines = Files.readAllLines(log(), StandardCharsets.ISO_8859_1);
        String end = String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        return new IllegalStateException(product + " " + what + "\n" + product.hint() + "\nIts log ends:\n" + end);
    }

    Place place() {
        return place;
    }

    /** The folder that it keeps its data in, and its journals and logs if they are not set to be elsewhere. */
    public Path data() {
        return place.data();
    }

    /** What it has said since its folder was made. It goes with the folder. */
    public Path log() {
        return place.log();
    }

    /** Ends it and removes its folder. A second call does nothing. */
    @Override
    public void close() {
        watchdog.close();
    }
}
