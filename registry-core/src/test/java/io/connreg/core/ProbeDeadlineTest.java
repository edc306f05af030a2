package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.ValidationResult;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.ProbeException;
import io.connreg.spi.TargetPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Probes that hang, that cannot be interrupted, that fail: the caller has an answer all the same. */
final class ProbeDeadlineTest {
    /** Long enough for a thread to begin on a busy machine: one that does not is timed out before it was given anything. */
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private final Desk desk = new Desk();
    private final ConnectionRegistry hasty = desk.builder().probeTimeout(LIMIT).open();
    private final Connections alice = hasty.actingAs(Desk.ALICE);
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @AfterEach
    void releaseWhatHangs() {
        never.countDown();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aProbeThatHangsIsInterruptedAndTheCallerToldSo() throws InterruptedException {
        desk.probe.script = (spec, run) -> hang();
        ValidationResult result = alice.validate(Desk.orders());

        assertThat(result.failure()).isEqualTo(Failure.TIMEOUT);
        assertThat(desk.probe.only().timeLeft()).isLessThanOrEqualTo(LIMIT);
        interrupted.await();
    }

    /** Blocks until it is interrupted, and says so. */
    private Optional<Failure> hang() throws InterruptedException {
        try {
            never.await();
            return Optional.empty();
        } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
        }
    }

    @Test
    void aProbeThatIgnoresItsInterruptIsLeftBehindWithWipedSecrets() throws Exception {
        CompletableFuture<Boolean> lateReadFails = new CompletableFuture<>();
        desk.probe.script = (spec, run) -> {
            untilReleased();
            lateReadFails.complete(spec.secrets().values().stream().allMatch(ScriptedProbe::isWiped));
            return Optional.empty();
        };
        assertThat(alice.validate(Desk.orders()).failure()).isEqualTo(Failure.TIMEOUT);

        interrupted.await();
        assertThat(lateReadFails).isNotDone();
        never.countDown();
        assertThat(lateReadFails.get()).isTrue();
    }

    private void untilReleased() {
        for (boolean released = false; !released; ) {
            try {
                never.await();
                released = true;
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        }
    }

    /** Those that are given up at once still have their threads. */
    @Test
    void noMoreProbesThanMayAreLeftBehind() {
        CountDownLatch begun = new CountDownLatch(Limits.PROBES);
        desk.probe.script = (spec, run) -> {
            begun.countDown();
            untilReleased();
            return Optional.empty();
        };
        ProbeRunner runner = new ProbeRunner(Duration.ofNanos(1), System::nanoTime, TargetPolicy.standard());
        while (begun.getCount() > 0) {
            runner.run(desk.probe, Desk.orders(), "it", "validate it");
        }
        ValidationResult busy = runner.run(desk.probe, Desk.orders(), "it", "validate it");
        assertThat(busy.failure()).isEqualTo(Failure.BUSY);
        assertThat(desk.probe.given).hasSize(Limits.PROBES);

        never.countDown();
        desk.probe.script = (spec, run) -> Optional.empty();
        while (runner.run(desk.probe, Desk.orders(), "it", "validate it").failure() == Failure.BUSY) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whatAProbeMayThrowIsItsAnswer() {
        desk.probe.script = (spec, run) -> {
            throw new ProbeException(Failure.REDIRECTED);
        };
        assertThat(desk.alice.validate(Desk.orders()).failure()).isEqualTo(Failure.REDIRECTED);
    }

    @Test
    void theSocketsOfAProbeThatIgnoresItsInterruptAreClosed() throws Exception {
        CompletableFuture<Throwable> cut = new CompletableFuture<>();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            desk.probe.script = (spec, run) -> {
                try (Socket socket = run.connect("127.0.0.1", silent.getLocalPort())) {
                    return socket.getInputStream().read() < 0 ? Optional.of(Failure.TLS) : Optional.empty();
                } catch (IOException e) {
                    cut.complete(e);
                    return Optional.empty();
                }
            };
            assertThat(alice.validate(Desk.orders()).failure()).isEqualTo(Failure.TIMEOUT);
            assertThat(cut.join()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void anInterruptedCallerIsToldSoAndStaysInterruptedAndSoIsTheProbe() throws InterruptedException {
        Thread caller = Thread.currentThread();
        desk.probe.script = (spec, run) -> {
            caller.interrupt();
            return hang();
        };
        assertThatThrownBy(() -> desk.alice.validate(Desk.orders()))
                .isInstanceOf(CancellationException.class)
                .hasMessage("cannot validate an unsaved RDSConnection: the calling thread was interrupted");
        assertThat(Thread.interrupted()).isTrue();

        interrupted.await();
        assertThat(desk.probe.only().spec().secrets().values()).allMatch(ScriptedProbe::isWiped);
    }

    @Test
    void aProbeThatThrowsSpoilsItsTestAlone() {
        desk.probe.script = (spec, run) -> {
            throw new NoSuchElementException("s3cret", new IllegalStateException("s3cret"));
        };
        assertProbeFailed();
        desk.probe.script = (spec, run) -> {
            throw new NoClassDefFoundError("s3cret");
        };
        assertProbeFailed();
        desk.probe.script = (spec, run) -> {
            throw new InterruptedException("s3cret");
        };
        assertProbeFailed();
    }

    @Test
    @SuppressWarnings("NullAway") // this is what the probe does wrong
    void aProbeThatAnswersNothingHasFailed() {
        desk.probe.script = (spec, run) -> null;
        assertProbeFailed();
    }

    private void assertProbeFailed() {
        ValidationResult result = desk.alice.validate(Desk.orders());

        assertThat(result.failure()).isEqualTo(Failure.PROBE_FAILED);
        assertThat(result.message())
                .isEqualTo(
                        "this unsaved RDSConnection was not tested: the probe itself failed; the log says with what");
    }

    @Test
    void whatAilsTheWholeProcessIsHandedOn() {
        Error fatal = new InternalError("out of order");
        desk.probe.script = (spec, run) -> {
            throw fatal;
        };
        assertThatThrownBy(() -> desk.alice.validate(Desk.orders())).isSameAs(fatal);
        assertThat(desk.probe.only().spec().secrets().values()).allMatch(ScriptedProbe::isWiped);
    }

    @Test
    void aProbeRunsOnADaemonThreadOfItsOwn() {
        CompletableFuture<Thread> thread = new CompletableFuture<>();
        desk.probe.script = (spec, run) -> {
            thread.complete(Thread.currentThread());
            return Optional.empty();
        };
        desk.alice.validate(Desk.orders());

        assertThat(thread.join()).isNotSameAs(Thread.currentThread()).matches(Thread::isDaemon);
        assertThat(thread.join().getName()).isEqualTo("connreg-probe");
    }

    @Test
    void theLatencyIsTheProbesOwn() {
        AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7); // a clock of this kind may wrap around
        ProbeRunner runner = new ProbeRunner(Duration.ofSeconds(10), nanos::get, TargetPolicy.standard());
        desk.probe.script = (spec, run) -> {
            nanos.addAndGet(5_000_000);
            return Optional.of(Failure.TLS);
        };
        ConnectionSpec spec = Desk.orders();

        assertThat(runner.run(desk.probe, spec, "it", "validate it").latency()).isEqualTo(Duration.ofMillis(5));
        assertThat(spec.secrets().values()).noneMatch(ScriptedProbe::isWiped);
    }

    @Test
    void aLimitThatNoClockReachesIsTaken() {
        try (ConnectionRegistry patient =
                desk.builder().probeTimeout(Duration.ofSeconds(Long.MAX_VALUE)).open()) {
            assertThat(patient.actingAs(Desk.ALICE).validate(Desk.orders()).isSuccess())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aLimitIsMoreThanNothing(long seconds) {
        assertThatThrownBy(() -> Registries.builder().probeTimeout(Duration.ofSeconds(seconds)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
