package io.connreg.core;

import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.ValidationResult;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.ConnectionProbe;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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

    ProbeRunner(Duration limit, Ticker ticker) {
        this.limit = limit;
        this.ticker = ticker;
    }

    /** @throws CancellationException if the calling thread was interrupted */
    ValidationResult run(ConnectionProbe probe, ConnectionSpec spec, String what, String attempt) {
        long start = ticker.read();
        Failure failure = failure(probe, spec, attempt).orElse(null);
        Duration latency = Duration.ofNanos(ticker.read() - start);
        return new ValidationResult(failure, Verdict.of(failure, what), latency);
    }

    private Optional<Failure> failure(ConnectionProbe probe, ConnectionSpec spec, String attempt) {
        FutureTask<Optional<Failure>> test = new FutureTask<>(
                () -> Objects.requireNonNull(probe.probe(spec, limit), "a probe must answer with an Optional"));
        Thread thread = new Thread(test, "connreg-probe");
        thread.setDaemon(true);
        thread.start();
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
        }
    }

    /** An exception's message and cause may hold the secret: neither is looked at. What ails the JVM is handed on. */
    private static Optional<Failure> failed(ConnectionProbe probe, Throwable thrown, String attempt) {
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
