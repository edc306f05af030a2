package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules C: threads that race; each race has one winner, and the losers change nothing. */
public interface ConcurrencyRules extends StoreFixture {
    int THREADS = 32;
    int STEPS = 100;

    @Test
    @DisplayName("C1: of threads that insert under one name, one is done, the others find it taken")
    default void oneInsertWinsAName(ConnectionStore store) throws Exception {
        List<List<WriteOutcome>> steps = Race.through(
                STEPS, THREADS, (i, step) -> store.insert(racer(i, step).write()));
        List<SampleRow> winners = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            winners.add(racer(winner(WriteOutcome.NAME_TAKEN, steps.get(step)), step));
        }
        StoreState.assertHolds(store, winners);
    }

    @Test
    @DisplayName("C2: of threads that rename different rows to one name, one is done, the others find it taken")
    default void oneRenameWinsAName(ConnectionStore store) throws Exception {
        // A row each time, since one that is renamed again would free the name that it won.
        int threads = THREADS / 2;
        int names = STEPS / 4;
        List<SampleRow> rows = new ArrayList<>();
        for (int number = 0; number < threads * names; number++) {
            rows.add(SampleRow.of("row-" + number));
        }
        StoreState.fill(store, rows.toArray(SampleRow[]::new));
        IntFunction<SampleRow> renamed = number -> rows.get(number).next().named("name " + number / threads);
        List<List<WriteOutcome>> steps = Race.through(
                names,
                threads,
                (i, step) -> store.replace(renamed.apply(step * threads + i).write()));
        for (int step = 0; step < names; step++) {
            int winner = step * threads + winner(WriteOutcome.NAME_TAKEN, steps.get(step));
            rows.set(winner, renamed.apply(winner));
        }
        StoreState.assertHolds(store, rows);
    }

    @Test
    @DisplayName("C3: of threads that replace one row version, one is done, the others are told")
    default void oneReplacementWinsARowVersion(ConnectionStore store) throws Exception {
        SampleRow first = SampleRow.of("one");
        List<SampleRow> versions = new ArrayList<>(List.of(first));
        IntStream.range(0, STEPS)
                .forEach(step -> versions.add(versions.get(step).next()));
        StoreState.fill(store, first);
        List<List<WriteOutcome>> steps = Race.through(
                STEPS,
                THREADS,
                (i, step) -> store.replace(
                        versions.get(step + 1).named("by thread " + i).write()));
        int last = 0;
        for (List<WriteOutcome> outcomes : steps) {
            last = winner(WriteOutcome.REVISION_MISMATCH, outcomes);
        }
        StoreState.assertHolds(store, versions.get(STEPS).named("by thread " + last));
    }

    @Test
    @DisplayName("C4: of threads that delete and replace one row version, one is done")
    default void oneOfDeleteAndReplaceWins(ConnectionStore store) throws Exception {
        List<SampleRow> rows = IntStream.range(0, STEPS)
                .mapToObj(step -> SampleRow.of("row-" + step))
                .toList();
        StoreState.fill(store, rows.toArray(SampleRow[]::new));
        List<List<WriteOutcome>> steps = Race.through(STEPS, THREADS, (i, step) -> {
            SampleRow row = rows.get(step);
            // Turn about, so that who goes first is no rule.
            return (i + step) % 2 == 0
                    ? store.delete(row.id(), 1)
                    : store.replace(row.next().write());
        });
        List<SampleRow> left = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            List<WriteOutcome> outcomes = steps.get(step);
            boolean deleted = (outcomes.indexOf(WriteOutcome.DONE) + step) % 2 == 0;
            winner(deleted ? WriteOutcome.MISSING : WriteOutcome.REVISION_MISMATCH, outcomes);
            if (!deleted) {
                left.add(rows.get(step).next());
            }
        }
        StoreState.assertHolds(store, left);
    }

    @Test
    @DisplayName("C5: of threads that store a slot of one version, the first one too, one is done and stays")
    default void oneSlotWins(ConnectionStore store) throws Exception {
        List<List<WriteOutcome>> steps =
                Race.through(STEPS, THREADS, (i, step) -> store.replaceSlot(new KeySlot(step + 1L, "by thread " + i)));
        int last = 0;
        for (List<WriteOutcome> outcomes : steps) {
            last = winner(WriteOutcome.SLOT_CHANGED, outcomes);
        }
        assertEquals(new KeySlot(STEPS, "by thread " + last), store.slot().orElseThrow());
    }

    @Test
    @DisplayName("C6: a reader sees a row whole, its document with its head, and never an older one after a newer")
    default void aReaderSeesARowWhole(ConnectionStore store) throws Exception {
        List<SampleRow> states = new ArrayList<>(List.of(SampleRow.of("one")));
        for (int i = 1; i <= 300; i++) {
            states.add(states.get(i - 1).next().named("name " + i));
        }
        StoreState.fill(store, states.get(0));
        AtomicBoolean written = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        Race.among(3, i -> {
            if (i == 1) {
                return readUntil(written, reads, states, () -> store.find("one").orElseThrow());
            }
            if (i == 2) {
                return readUntil(
                        written,
                        reads,
                        states,
                        () -> Listing.page(store, true, null, 1).get(0));
            }
            try {
                for (SampleRow state : states.subList(1, states.size())) {
                    awaitRead(reads);
                    store.replace(state.write());
                }
                return states.size();
            } finally {
                written.set(true);
            }
        });
        StoreState.assertHolds(store, states.get(states.size() - 1));
    }

    private static int readUntil(
            AtomicBoolean written, AtomicInteger reads, List<SampleRow> states, Supplier<StoredConnection> reader) {
        int last = 0;
        boolean lastRound;
        do {
            lastRound = written.get();
            reads.incrementAndGet();
            StoredConnection read = reader.get();
            int state = (int) read.head().rowVersion() - 1;
            assertEquals(states.get(state).stored(), read);
            assertTrue(state >= last, "row version " + (state + 1) + " was read after " + (last + 1));
            last = state;
        } while (!lastRound);
        return last;
    }

    /** Returns when a read has just begun, or none has for a while. */
    private static void awaitRead(AtomicInteger reads) {
        long begin = System.nanoTime();
        int before = reads.get();
        while (reads.get() == before && System.nanoTime() - begin < 200_000) {
            Thread.onSpinWait();
        }
    }

    private static SampleRow racer(int contender, int step) {
        return SampleRow.of("row-" + step + "-" + contender).named("name " + step);
    }

    /** Who alone is done, all others having lost so. */
    private static int winner(WriteOutcome losers, List<WriteOutcome> outcomes) {
        assertEquals(1, Collections.frequency(outcomes, WriteOutcome.DONE), outcomes::toString);
        assertEquals(outcomes.size() - 1, Collections.frequency(outcomes, losers), outcomes::toString);
        return outcomes.indexOf(WriteOutcome.DONE);
    }
}
