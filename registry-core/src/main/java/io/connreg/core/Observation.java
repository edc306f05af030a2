package io.connreg.core;

import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.OperationEvent;
import io.connreg.RegistryException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one room that every operation goes through, whatever becomes of it: it is counted and, if anybody listens, timed and
 * told. No lock is held meanwhile. Thread-safe.
 */
final class Observation {
    private final Tally tally = new Tally();
    private final @Nullable Audit audit;
    private final Clock clock;
    private final Ticker ticker;

    /** An operation that somebody listens to. */
    private record Begun(Instant at, long nanos, @Nullable FlightRecording recording) {}

    Observation(@Nullable Audit audit, Clock clock, Ticker ticker) {
        this.audit = audit;
        this.clock = clock;
        this.ticker = ticker;
    }

    <T extends @Nullable Object> T run(Trail trail, Function<Trail, T> work) {
        Begun begun = begin();
        T result;
        try {
            result = work.apply(trail);
        } catch (Throwable thrown) {
            end(
                    trail,
                    begun,
                    thrown instanceof RegistryException known
                            ? known.code()
                            : thrown.getClass().getName());
            throw thrown;
        }
        end(trail, begun, null);
        return result;
    }

    /** To look at two clocks costs as much as to find a connection in memory: only if somebody listens. */
    private @Nullable Begun begin() {
        FlightRecording recording = FlightRecording.begin();
        return audit == null && recording == null ? null : new Begun(clock.instant(), ticker.read(), recording);
    }

    private void end(Trail trail, @Nullable Begun begun, @Nullable String failure) {
        tally.count(trail, failure);
        if (begun == null) {
            return;
        }
        Duration duration = Duration.ofNanos(ticker.read() - begun.nanos());
        OperationEvent event = trail.event(begun.at(), duration, failure);
        if (begun.recording() != null) {
            begun.recording().commit(event);
        }
        if (audit != null) {
            audit.tell(event);
        }
    }

    Tally tally() {
        return tally;
    }

    long eventsDropped() {
        return audit == null ? 0 : audit.dropped();
    }

    long eventsFailed() {
        return audit == null ? 0 : audit.failed();
    }

    void close() {
        if (audit != null) {
            audit.close();
        }
    }
}
