package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.RegistrySetupException;
import io.connreg.StorageException;
import io.connreg.testkit.SampleRow;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The power is lost at every moment, and only what was forced is sure: all that was acknowledged is there, and nothing by
 * half. See {@link PowerLoss}.
 */
@Tag("slow")
@Tag("crash")
final class PowerLossTest {
    private static final int CHANCES = Thorough.of(1, 12);
    private static final int EVERY_BYTE = Thorough.of(97, 1);

    private final long seed = Thorough.seed();

    @Test
    void whatWasAcknowledgedSurvivesAtEveryMoment() {
        Session session = new Session(Fuse.never(), true);
        Workload.run(session);
        PowerLoss loss = new PowerLoss(CHANCES, EVERY_BYTE, seed, (files, legal) -> Aftermath.of(files));
        loss.strike(session, 0);
        told("at each of " + session.disk().operations() + " operations", loss);
    }

    @Test
    void andWhileItIsCompactedBesideTheWrites() {
        int operations = 0;
        PowerLoss loss = new PowerLoss(CHANCES, 10 * EVERY_BYTE, seed, (files, legal) -> Aftermath.of(files));
        for (int i = 0; i < Thorough.of(1, 10); i++) {
            Session session = new Session(Fuse.never(), false);
            Workload.run(session);
            session.store().awaitCompaction();
            loss.strike(session, 0);
            operations += session.disk().operations();
        }
        told("at each of " + operations + " operations, compactions beside them", loss);
    }

    @Test
    void andWhileWhatAPowerLossLeftIsMended() {
        Session session = new Session(Fuse.never(), true);
        Workload.run(session);
        PowerLoss second = new PowerLoss(CHANCES, 10 * EVERY_BYTE, seed, (files, legal) -> Aftermath.of(files));
        int[] count = new int[1];
        PowerLoss first = new PowerLoss(CHANCES, 2 * EVERY_BYTE, seed, (files, legal) -> {
            Session mending = new Session(new MemoryDisk(files), legal, Fuse.never(), true);
            mending.open();
            Contents found = mending.now();
            if (count[0]++ % Thorough.of(60, 40) == 0) {
                goOn(mending);
                second.strike(mending, 0);
            } else {
                mending.kill();
            }
            return found;
        });
        first.strike(session, 0);
        told("while " + first.states() + " states are mended", second);
    }

    /** What a killed process wrote is seen by the next, though it may not be on disk. */
    @Test
    void andAfterAKillAtAnyMoment() {
        PowerLoss loss = new PowerLoss(CHANCES, 10 * EVERY_BYTE, seed, (files, legal) -> Aftermath.of(files));
        int kills = 0;
        boolean killed = true;
        for (int operations = 0; killed; operations += Thorough.of(9, 1)) {
            Fuse fuse = new Fuse(operations);
            Session session = new Session(fuse, true);
            killed = isKilled(session, fuse);
            int before = session.disk().operations();
            session.recover();
            goOn(session);
            loss.strike(session, before);
            kills++;
        }
        assertThat(kills).isGreaterThan(10);
        told("after each of " + kills + " kills", loss);
    }

    private static boolean isKilled(Session session, Fuse fuse) {
        try {
            Workload.run(session);
        } catch (StorageException | RegistrySetupException e) {
            assertThat(fuse.isBlown()).isTrue();
        }
        return fuse.isBlown();
    }

    private static void goOn(Session session) {
        session.insert(SampleRow.of("later"));
        session.slot("{\"keys\":[]}");
        session.close();
    }

    private void told(String when, PowerLoss loss) {
        assertThat(loss.states()).isGreaterThan(100);
        System.out.println("Power lost " + when + ": " + loss.states() + " states (seed " + seed + ")");
    }
}
