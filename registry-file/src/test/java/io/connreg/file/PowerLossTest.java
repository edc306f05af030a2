package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.RegistrySetupException;
import io.connreg.StorageException;
import io.connreg.testkit.SampleRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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

    /** A reader that looks at any moment, in the middle of a write too, sees what the next power loss would leave, or less. */
    @Test
    void whatIsReadIsDurable() {
        Session[] watched = new Session[1];
        List<AssertionError> wrong = new ArrayList<>();
        int[] looks = new int[1];
        Session session = new Session(
                operation -> {
                    try {
                        looks[0] += isReadDurable(watched[0]) ? 1 : 0;
                    } catch (AssertionError e) {
                        wrong.add(e);
                    }
                },
                true);
        watched[0] = session;
        Workload.run(session);
        assertThat(wrong).isEmpty();
        assertThat(looks[0]).isGreaterThan(100);
    }

    /** False if it is not open. */
    private static boolean isReadDurable(Session session) {
        if (!session.isOpen()) {
            return false;
        }
        List<Contents> legal = session.legal();
        Contents read = Contents.of(session.store());
        Contents sure = Aftermath.of(Durability.of(session.disk()).with(List.of()));
        assertThat(legal).contains(read, sure);
        assertThat(legal.indexOf(read)).isLessThanOrEqualTo(legal.indexOf(sure));
        return true;
    }

    @Test
    void andWhileItIsCompactedBesideTheWrites() {
        int operations = 0;
        PowerLoss loss = new PowerLoss(CHANCES, 10 * EVERY_BYTE, seed, (files, legal) -> Aftermath.of(files));
        for (int i = 0; i < Thorough.of(1, 4); i++) {
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
        PowerLoss first = new PowerLoss(CHANCES, 4 * EVERY_BYTE, seed, (files, legal) -> {
            Session mending = new Session(new MemoryDisk(files), legal, Fuse.never(), true);
            mending.open();
            Contents found = mending.now();
            if (count[0]++ % Thorough.of(60, 50) == 0) {
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
        PowerLoss loss = new PowerLoss(CHANCES, 40 * EVERY_BYTE, seed, (files, legal) -> Aftermath.of(files));
        int kills = 0;
        boolean killed = true;
        int every = Thorough.of(9, 1);
        for (int operations = new Random(seed).nextInt(every); killed; operations += every) {
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
