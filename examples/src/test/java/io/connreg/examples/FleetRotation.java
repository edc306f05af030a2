package io.connreg.examples;

import io.connreg.ConnectionRegistry;
import io.connreg.KeyId;
import io.connreg.KeyInUseException;
import io.connreg.Keys;
import io.connreg.StorageException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** An operator who changes the key to its end, while a writer is stopped somewhere and goes on later, and any is killed. */
final class FleetRotation {
    /** How far a rotation is. */
    private enum Moment {
        ROTATED,
        RETIRED,
        WAITED,
        DESTROYED
    }

    private final ServedStore store;
    private final ConnectionRegistry registry;
    private final SteppedClock clock;
    private final List<FleetMember> writers;
    private final FleetMember sealer;
    private final Random random;
    private final Map<String, Integer> counts = new TreeMap<>();

    FleetRotation(
            ServedStore store,
            ConnectionRegistry registry,
            SteppedClock clock,
            List<FleetMember> writers,
            FleetMember sealer,
            Random random) {
        this.store = store;
        this.registry = registry;
        this.clock = clock;
        this.writers = writers;
        this.sealer = sealer;
        this.random = random;
    }

    void run() throws IOException, SQLException, InterruptedException {
        FleetMember paused = writers.get(random.nextInt(writers.size()));
        paused.stop();
        // The first one, wherever it can, wakes up with a key that was destroyed.
        Moment goingOn = counts.isEmpty() ? Moment.DESTROYED : any(Moment.values());
        count("stops");
        Round round = new Round(paused, goingOn, any(Moment.values()));
        KeyId old = RotationUnderFireTest.primary(registry);
        registry.keys().rotate();
        round.at(Moment.ROTATED);
        while (!destroyed(old, round)) {
            if (!store.endsSilent()) {
                round.goOn("in the way");
            }
        }
        round.at(Moment.DESTROYED);
        round.goOn("last");
    }

    /** When nobody writes any more. */
    void finish() throws SQLException {
        Keys keys = registry.keys();
        KeyId old = RotationUnderFireTest.primary(registry);
        keys.rotate();
        keys.reseal();
        keys.retire(old);
        clock.step(SharedStore.GRACE);
        keys.destroy(old);
    }

    /** False if a secret came in late, or the store was in the way, as where one that is stopped has a row locked. */
    private boolean destroyed(KeyId old, Round round) throws IOException, SQLException, InterruptedException {
        Keys keys = registry.keys();
        try {
            keys.reseal();
            keys.retire(old);
            round.at(Moment.RETIRED);
            if (!store.endsSilent()) {
                round.goOn("before its transaction was to end");
            }
            store.awaitTransactions();
            clock.step(SharedStore.GRACE);
            round.at(Moment.WAITED);
            keys.destroy(old);
            return true;
        } catch (KeyInUseException | StorageException e) {
            count(e.code());
            return false;
        }
    }

    private Moment any(Moment... moments) {
        return moments[random.nextInt(moments.length)];
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    /** One key's end: who is stopped, when that one goes on, and when somebody is killed. */
    private final class Round {
        private final FleetMember paused;
        private final Moment goingOn;
        private final Moment kill;
        private boolean killed;

        Round(FleetMember paused, Moment goingOn, Moment kill) {
            this.paused = paused;
            this.goingOn = goingOn;
            this.kill = kill;
        }

        void at(Moment moment) throws IOException, InterruptedException {
            if (moment == kill && !killed) {
                killed = true;
                FleetMember victim = goingOn == Moment.DESTROYED || random.nextBoolean()
                        ? sealer
                        : writers.get(random.nextInt(writers.size()));
                count(victim == sealer ? "kills of the sealer" : "kills of a writer");
                victim.killAndStartAgain();
            }
            if (moment == goingOn) {
                goOn("when " + moment);
            }
        }

        void goOn(String when) throws IOException, InterruptedException {
            if (paused.isStopped()) {
                paused.goOn();
                count("went on " + when);
            }
        }
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
