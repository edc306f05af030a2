package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.RegistrySetupException;
import io.connreg.StorageException;
import io.connreg.spi.WriteOutcome;
import io.connreg.testkit.SampleRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each operation of the disk fails once: what was acknowledged is read on, nothing more is written once a write has
 * failed, and the next opening finds all that was acknowledged, also if the power is lost then.
 */
@Tag("slow")
@Tag("crash")
final class FaultTest {
    @ParameterizedTest
    @EnumSource(Fault.Kind.class)
    void nothingThatWasAcknowledgedIsLost(Fault.Kind kind) {
        int faults = 0;
        int survived = 0;
        for (int operation = 0; ; operation += Thorough.of(5, 1)) {
            MemoryDisk disk = new MemoryDisk(Map.of());
            Fault fault = new Fault(disk, kind, operation);
            Session session = new Session(disk, List.of(Contents.NONE), fault, true);
            boolean stopped = isStopped(session, fault);
            if (fault.struck().isEmpty()) {
                break;
            }
            faults++;
            survived += stopped ? 0 : 1;
            try {
                holdsAtOnce(session, fault);
                recovers(session);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("after " + fault.struck() + ", operation " + operation, e);
            }
        }
        assertThat(faults).isGreaterThanOrEqualTo(10);
        assertThat(survived).isLessThan(faults);
        System.out.println(
                "Faults " + kind + ": " + faults + ", of which " + survived + " ended no write and no opening");
    }

    private static boolean isStopped(Session session, Fault fault) {
        try {
            Workload.run(session);
            return false;
        } catch (RegistrySetupException refused) {
            assertThat(fault.struck()).isNotEmpty();
            assertThat(refused).hasMessageContaining("memory").hasNoCause();
            return true;
        } catch (StorageException failed) {
            assertThat(fault.struck()).isNotEmpty();
            if (String.valueOf(failed.getMessage()).startsWith("Could not read connection")) {
                assertThat(fault.struck()).startsWith("LOOK read ");
                goesOn(session, failed);
            } else {
                goesOnReading(session, failed);
            }
            return true;
        }
    }

    private static void goesOn(Session session, StorageException failed) {
        assertThat(failed).hasNoCause();
        assertThat(Contents.of(session.store())).isIn(session.legal());
        assertThat(session.store().insert(SampleRow.of("unseen").write())).isEqualTo(WriteOutcome.DONE);
        assertThat(session.store().delete("unseen", 1)).isEqualTo(WriteOutcome.DONE);
    }

    private static void goesOnReading(Session session, StorageException failed) {
        assertThat(failed).hasMessageContaining("takes no writes any more").hasNoCause();
        int operations = session.disk().operations();
        assertThat(Contents.of(session.store())).isIn(session.legal());
        assertThatThrownBy(() -> session.store().insert(SampleRow.of("later").write()))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("takes no writes any more");
        session.store().close();
        assertThat(session.disk().operations()).isEqualTo(operations);
    }

    /** What is acknowledged next, if anything, is durable: a later snapshot might hide that it was not. */
    private static void holdsAtOnce(Session session, Fault fault) {
        Durability durability = new Durability(session.disk().start());
        List<Operation> log = session.disk().log();
        int done = 0;
        int looks = 0;
        for (Session.Moment moment : session.moments()) {
            while (done < moment.operations()) {
                durability.next(log.get(done++));
            }
            if (done >= fault.struckAt() && looks++ < 3) {
                assertThat(Aftermath.of(durability.with(List.of()))).isIn(moment.legal());
            }
        }
    }

    /** On a disk that is sound again. */
    private static void recovers(Session session) {
        session.recover();
        Map<String, String> seen = Durability.of(session.disk()).with(List.of());
        assertThat(Aftermath.of(seen)).isEqualTo(session.now());
        session.insert(SampleRow.of("later"));
        Map<String, String> sure = Durability.of(session.disk()).with(List.of());
        assertThat(Aftermath.of(sure)).isEqualTo(session.now());
        session.close();
    }
}
