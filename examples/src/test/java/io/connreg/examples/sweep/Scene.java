package io.connreg.examples.sweep;

import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.KeysProgress;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.core.RegistryBuilder;
import io.connreg.jdbc.JdbcProbe;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.AuditListener;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.TargetPolicy;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/** Registries on one store, with all that a host can plug in, each interface watched. */
final class Scene {
    static final Caller ALICE = Caller.user("alice").memberOf("ws-1");
    static final Caller BOB = Caller.user("bob").memberOf("ws-1");
    static final Caller MALLORY = Caller.user("mallory").memberOf("ws-2");
    static final Caller ROOT = Caller.user("root").administratorOf("ws-1");

    private static final Duration GRACE = Duration.ofHours(1);

    private final Witness witness;
    private final Edits edits;

    Scene(Witness witness, ConnectionStore store) {
        this.witness = witness;
        this.edits = new Edits(witness.of(ConnectionStore.class, store));
    }

    Witness witness() {
        return witness;
    }

    Edits edits() {
        return edits;
    }

    /** A registry as a host opens it. Whatever else a host may give to the builder, as a listener, is to be given here, watched. */
    RegistryBuilder builder(MasterKey key) {
        return Registries.builder()
                .storage(edits.edited())
                .masterKey(key)
                .accessPolicy(witness.of(AccessPolicy.class, AccessPolicy.standard()))
                .probe(witness.of(ConnectionProbe.class, new Talkers.Probe(witness)))
                .targetPolicy(witness.of(TargetPolicy.class, TargetPolicy.standard()))
                .auditListener(witness.of(AuditListener.class, event -> {}))
                .keyGrace(GRACE);
    }

    /** One that tests connections with the probes that the library brings. */
    ConnectionRegistry probing(MasterKey key) {
        return watched(Registries.builder()
                .storage(edits.edited())
                .masterKey(key)
                .targetPolicy(witness.of(TargetPolicy.class, TargetPolicy.standard()))
                .probe(witness.of(ConnectionProbe.class, new JdbcProbe()))
                .queuedAuditListener(witness.of(AuditListener.class, event -> {}), 1_000));
    }

    ConnectionRegistry registry(MasterKey key) {
        return watched(builder(key));
    }

    /** One whose clock says that the grace of all keys is over. */
    ConnectionRegistry later(MasterKey key) {
        return watched(builder(key).clock(Clock.offset(Clock.systemUTC(), GRACE.multipliedBy(2))));
    }

    /** One whose tests of connections have no time at all. */
    ConnectionRegistry impatient(MasterKey key) {
        return watched(builder(key).probeTimeout(Duration.ofNanos(1)));
    }

    private ConnectionRegistry watched(RegistryBuilder builder) {
        try {
            return (ConnectionRegistry) Objects.requireNonNull(witness.call(builder, "open"));
        } catch (Throwable e) {
            throw new AssertionError("a registry should have opened", e);
        }
    }

    KeysProgress progress() {
        return witness.of(KeysProgress.class, soFar -> {});
    }
}
