package io.connreg.core;

import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.ValidationResult;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeException;
import io.connreg.spi.TargetPolicy;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a probe on a daemon thread of its own, and waits for it no longer than it may take. What a probe says or throws
 * after that is dropped. But for a store in files, the one place in the house that starts threads.
 */
final class ProbeRunner {
    private static final Logger LOG = System.getLogger(ProbeRunner.class.getName());

    private final Duration limit;
    private final Ticker ticker;
    private final TargetPolicy targets;
    /** Of those that may live; a probe that does not end keeps its own. */
    private final Semaphore threads = new Semaphore(Limits.PROBES);

    ProbeRunner(Duration limit, Ticker ticker, TargetPolicy targets) {
        this.limit = limit;
        this.ticker = ticker;
        this.targets = targets;
    }

    /** @throws CancellationException if the calling thread was interrupted */
    ValidationResult run(ConnectionProbe probe, ConnectionSpec spec, String what, String attempt) {
        long start = ticker.read();
        Failure failure = failure(probe, spec, attempt).orElse(null);
        Duration latency = Duration.ofNanos(ticker.read() - start);
        return new ValidationResult(failure, Verdict.of(failure, what), latency);
    }

    private Optional<Failure> failure(ConnectionProbe probe, ConnectionSpec spec, String attempt) {
        if (!threads.tryAcquire()) {
            return Optional.of(Failure.BUSY);
        }
        LimitedRun run = new LimitedRun(limit, ticker, targets);
        FutureTask<Optional<Failure>> test = new FutureTask<>(
                () -> Objects.requireNonNull(probe.probe(spec, run), "a probe must answer with an Optional"));
        start(test);
        try {
            return test.get(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return Optional.of(Failure.TIMEOUT);
        } catch (ExecutionException e) {
            return failed(probe, Objects.requireNonNull(e.getCause()), attempt);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("cannot " + attempt + ": the calling thread was interrupted");
        } finally {
            test.cancel(true);
            run.close();
        }
    }

    private void start(Runnable test) {
        Thread thread = new Thread(
                () -> {
                    try {
                        test.run();
                    } finally {
                        threads.release();
                    }
                },
                "connreg-probe");
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            threads.release();
            throw e;
        }
    }

    /** An exception's message and cause may hold the secret: neither is looked at. What ails the JVM is handed on. */
    private static Optional<Failure> failed(ConnectionProbe probe, Throwable thrown, String attempt) {
        if (thrown instanceof ProbeException answer) {
            return Optional.of(answer.failure());
        }
        if (thrown instanceof VirtualMachineError fatal) {
            throw fatal;
        }
        LOG.log(
                Level.WARNING,
                "cannot " + attempt + ": the probe " + probe.getClass().getName() + " failed with "
                        + thrown.getClass().getName());
        return Optional.of(Failure.PROBE_FAILED);
    }
}
