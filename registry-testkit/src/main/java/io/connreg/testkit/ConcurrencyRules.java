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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules C: threads that race; each race has one winner, and the losers change nothing. */
public interface ConcurrencyRules extends StoreFixture {
    int ROUNDS = 20;

    @Test
    @DisplayName("C1: of threads that insert under one name, one is done, the others find it taken")
    default void oneInsertWinsAName(ConnectionStore store) throws Exception {
        List<SampleRow> winners = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<String> names = List.of("a" + round, "b" + round, "c" + round, "d" + round, "e" + round);
            List<List<WriteOutcome>> byThread = Race.among(
                    Race.THREADS,
                    i -> names.stream()
                            .map(name -> store.insert(
                                    SampleRow.of(name + "-" + i).named(name).write()))
                            .toList());
            for (int n = 0; n < names.size(); n++) {
                int name = n;
                List<WriteOutcome> outcomes =
                        byThread.stream().map(each -> each.get(name)).toList();
                assertOneWinner(WriteOutcome.NAME_TAKEN, outcomes);
                String id = names.get(n) + "-" + outcomes.indexOf(WriteOutcome.DONE);
                winners.add(SampleRow.of(id).named(names.get(n)));
            }
        }
        StoreState.assertHolds(store, winners);
    }

    @Test
    @DisplayName("C2: of threads that rename different rows to one name, one is done, the others find it taken")
    default void oneRenameWinsAName(ConnectionStore store) throws Exception {
        List<SampleRow> rows = new ArrayList<>();
        for (int i = 0; i < Race.THREADS; i++) {
            rows.add(SampleRow.of("row-" + i));
            StoreState.fill(store, rows.get(i));
        }
        for (int round = 0; round < ROUNDS; round++) {
            String name = "name " + round;
            List<WriteOutcome> outcomes = Race.among(
                    Race.THREADS,
                    i -> store.replace(rows.get(i).next().named(name).write()));
            assertOneWinner(WriteOutcome.NAME_TAKEN, outcomes);
            int winner = outcomes.indexOf(WriteOutcome.DONE);
            rows.set(winner, rows.get(winner).next().named(name));
        }
        StoreState.assertHolds(store, rows);
    }

    @Test
    @DisplayName("C3: of threads that replace one row version, one is done, the others are told")
    default void oneReplacementWinsARowVersion(ConnectionStore store) throws Exception {
        SampleRow row = SampleRow.of("one");
        StoreState.fill(store, row);
        for (int round = 0; round < ROUNDS; round++) {
            SampleRow before = row;
            List<WriteOutcome> outcomes = Race.among(
                    Race.THREADS,
                    i -> store.replace(before.next().named("by thread " + i).write()));
            assertOneWinner(WriteOutcome.REVISION_MISMATCH, outcomes);
            row = before.next().named("by thread " + outcomes.indexOf(WriteOutcome.DONE));
            StoreState.assertHolds(store, row);
        }
    }

    @Test
    @DisplayName("C4: of threads that delete and replace one row version, one is done")
    default void oneOfDeleteAndReplaceWins(ConnectionStore store) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            SampleRow row = SampleRow.of("row-" + round);
            StoreState.fill(store, row);
            List<WriteOutcome> outcomes = Race.among(
                    Race.THREADS,
                    i -> i % 2 == 0
                            ? store.delete(row.id(), 1)
                            : store.replace(row.next().write()));
            boolean deleted = outcomes.indexOf(WriteOutcome.DONE) % 2 == 0;
            assertOneWinner(deleted ? WriteOutcome.MISSING : WriteOutcome.REVISION_MISMATCH, outcomes);
            assertEquals(!deleted, store.find(row.id()).isPresent());
        }
    }

    @Test
    @DisplayName("C5: of threads that store a slot of one version, the first one too, one is done and stays")
    default void oneSlotWins(ConnectionStore store) throws Exception {
        for (long version = 1; version <= ROUNDS; version++) {
            long next = version;
            List<WriteOutcome> outcomes =
                    Race.among(Race.THREADS, i -> store.replaceSlot(new KeySlot(next, "by thread " + i)));
            assertOneWinner(WriteOutcome.SLOT_CHANGED, outcomes);
            KeySlot winner = new KeySlot(next, "by thread " + outcomes.indexOf(WriteOutcome.DONE));
            assertEquals(winner, store.slot().orElseThrow());
        }
    }

    @Test
    @DisplayName("C6: a reader sees a row whole, its document with its head, and never an older one after a newer")
    default void aReaderSeesARowWhole(ConnectionStore store) throws Exception {
        List<SampleRow> states = new ArrayList<>(List.of(SampleRow.of("one")));
        for (int i = 1; i <= 200; i++) {
            states.add(states.get(i - 1).next().named("name " + i));
        }
        StoreState.fill(store, states.get(0));
        AtomicBoolean written = new AtomicBoolean();
        Race.among(3, i -> {
            if (i == 0) {
                try {
                    states.stream().skip(1).forEach(state -> store.replace(state.write()));
                } finally {
                    written.set(true);
                }
                return 0;
            }
            int last = 0;
            boolean lastRound;
            do {
                lastRound = written.get();
                StoredConnection read = i == 1
                        ? store.find("one").orElseThrow()
                        : Listing.page(store, true, null, 1).get(0);
                int state = (int) read.head().rowVersion() - 1;
                assertEquals(states.get(state).stored(), read);
                assertTrue(state >= last, "row version " + (state + 1) + " was read after " + (last + 1));
                last = state;
            } while (!lastRound);
            return last;
        });
        StoreState.assertHolds(store, states.get(200));
    }

    private static void assertOneWinner(WriteOutcome losers, List<WriteOutcome> outcomes) {
        assertEquals(1, Collections.frequency(outcomes, WriteOutcome.DONE), outcomes::toString);
        assertEquals(outcomes.size() - 1, Collections.frequency(outcomes, losers), outcomes::toString);
    }
}
