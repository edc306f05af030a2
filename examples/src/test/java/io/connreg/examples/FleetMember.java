package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A {@link RotatedHost} that is stopped, killed and started again. */
final class FleetMember implements AutoCloseable {
    private final FleetLedger ledger;
    private final String[] arguments;
    /** One for each line that it has printed. */
    private final Semaphore lines = new Semaphore(0);

    private @Nullable Child child;
    private @Nullable Thread reader;
    private boolean stopped;

    private FleetMember(FleetLedger ledger, String[] arguments) {
        this.ledger = ledger;
        this.arguments = arguments;
    }

    static FleetMember start(FleetLedger ledger, String where, String keyFile, String name, String... works)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(where, keyFile, name));
        arguments.addAll(List.of(works));
        FleetMember member = new FleetMember(ledger, arguments.toArray(String[]::new));
        member.start();
        return member;
    }

    private void start() throws IOException {
        Child started = Child.small(RotatedHost.class, arguments);
        child = started;
        reader = new Thread(
                () -> started.output().lines().forEach(line -> {
                    ledger.note(line);
                    lines.release();
                }),
                "fleet " + arguments[2]);
        reader.start();
    }

    /** Returns when it has printed so many lines more. */
    void awaitLines(int number) throws InterruptedException {
        lines.drainPermits();
        while (!lines.tryAcquire(number, 1, TimeUnit.SECONDS)) {
            assertThat(Objects.requireNonNull(child).process().isAlive())
                    .as("the host goes on until it is killed")
                    .isTrue();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    void stop() throws IOException, InterruptedException {
        signal("STOP");
        stopped = true;
    }

    void goOn() throws IOException, InterruptedException {
        signal("CONT");
        stopped = false;
    }

    private void signal(String name) throws IOException, InterruptedException {
        long pid = Objects.requireNonNull(child).process().pid();
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start();
        assertThat(kill.waitFor()).as("kill -" + name).isZero();
    }

    /** Kills it while it works, or while it is stopped. */
    void kill() throws InterruptedException {
        if (!stopped) {
            awaitLines(1);
        }
        Objects.requireNonNull(child).kill();
        Objects.requireNonNull(reader).join();
        stopped = false;
    }

    void killAndStartAgain() throws IOException, InterruptedException {
        kill();
        start();
    }

    @Override
    public void close() throws IOException {
        Objects.requireNonNull(child).close();
    }
}
