package io.connreg.core;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.SlotGuard;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The rooms that every operation goes through, side by side. */
record Engine(
        ConnectionStore store,
        ConnectionCache cache,
        AccessGate gate,
        KeyRing keys,
        SecretSealer sealer,
        Probes probes,
        ConnectionIds ids,
        Clock clock) {

    /** How often a write is tried again that lost a race which is none of its caller's business. */
    static final int ATTEMPTS = 100;

    /** As last read; what cannot be an id is not looked for. */
    Optional<SealedConnection> cached(String id) {
        return ConnectionIds.isWellFormed(id) ? cache.find(id) : Optional.empty();
    }

    /** As it is in the store now. */
    Optional<SealedConnection> stored(String id) {
        return ConnectionIds.isWellFormed(id) ? cache.findInStore(id) : Optional.empty();
    }

    long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    ConnectionWrite write(SealedConnection connection, SlotGuard guard) {
        return new ConnectionWrite(connection.toRow(), connection.indexTerms(), guard);
    }
}
