package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.connreg.KeyId;
import io.connreg.StorageException;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.WriteOutcome;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Rules X: closing. */
public interface CloseRules extends StoreFixture {
    int WRITES_BEFORE_THE_CLOSE = 30;

    @Test
    @DisplayName("X1: a closed store refuses every call with an IllegalStateException")
    default void aClosedStoreRefusesEveryCall(ConnectionStore store) {
        SampleRow row = SampleRow.of("one");
        StoreState.fill(store, row);
        store.close();
        Map<String, Executable> calls = new LinkedHashMap<>();
        calls.put("find", () -> store.find("one"));
        calls.put("findByName", () -> store.findByName(SampleRow.WORKSPACE, "one"));
        calls.put("list", () -> Listing.page(store, true, null, 1));
        calls.put("count", () -> store.count(Listing.EVERYTHING, ConnectionFilter.ALL));
        calls.put("insert", () -> store.insert(SampleRow.of("two").write()));
        calls.put("replace", () -> store.replace(row.next().write()));
        calls.put("replaceAll", () -> store.replaceAll(List.of(row.next().write())));
        calls.put("delete", () -> store.delete("one", 1));
        calls.put("slot", store::slot);
        calls.put("replaceSlot", () -> store.replaceSlot(new KeySlot(1, "first")));
        calls.put("scan", () -> store.scan("", 1));
        calls.put("scanByKey", () -> store.scanByKey(new KeyId(1), "", 1));
        calls.put("countSecretsByKey", store::countSecretsByKey);
        calls.put("ownedAlone", store::ownedAlone);
        calls.forEach((name, call) -> assertThrows(IllegalStateException.class, call, name));
    }

    @Test
    @DisplayName("X2: closing a store twice, or one that nothing was asked of, changes nothing")
    default void closingAgainChangesNothing(ConnectionStore store) {
        store.close();
        store.close();
        assertThrows(IllegalStateException.class, () -> store.find("one"));
    }

    @Test
    @DisplayName("X3: a call under way when the store is closed ends as if before or after, and what was done stays")
    default void aCallUnderWayEndsAsBeforeOrAfter(ConnectionStore store) throws Exception {
        AtomicInteger tried = new AtomicInteger();
        AtomicBoolean closed = new AtomicBoolean();
        List<Integer> acknowledged = Race.among(4, i -> {
            if (i > 0) {
                try {
                    return insertUntilClosed(store, i, tried, closed);
                } finally {
                    tried.addAndGet(WRITES_BEFORE_THE_CLOSE);
                }
            }
            while (tried.get() < WRITES_BEFORE_THE_CLOSE) {
                Thread.onSpinWait();
            }
            store.close();
            closed.set(true);
            return 0;
        });
        try (ConnectionStore again = reopen()) {
            for (int i = 1; i < acknowledged.size() && outlivesClose(); i++) {
                for (int number = 0; number < acknowledged.get(i); number++) {
                    assertTrue(again.find("row-" + i + "-" + number).isPresent());
                }
            }
        }
    }

    @Test
    @DisplayName("X4: closing ends the threads that the store began")
    default void closingEndsItsThreads(ConnectionStore store) throws Exception {
        // What a driver begins once for the whole process, it begins here.
        StoreState.fill(store, SampleRow.of("one"));
        store.close();
        ThreadGroup group = new ThreadGroup("of the store");
        FutureTask<WriteOutcome> use = new FutureTask<>(() -> {
            try (ConnectionStore again = reopen()) {
                return again.insert(SampleRow.of("two").write());
            }
        });
        new Thread(group, use).start();
        assertEquals(WriteOutcome.DONE, use.get());
        Thread[] begun = new Thread[1_000];
        for (Thread thread : Arrays.asList(begun).subList(0, group.enumerate(begun))) {
            // The process's common pool keeps its threads for a while.
            if (!(thread instanceof ForkJoinWorkerThread)) {
                thread.join(5_000);
                assertFalse(thread.isAlive(), thread::getName);
            }
        }
    }

    /** How many inserts were acknowledged; each adds one to what all writers have tried. */
    private static int insertUntilClosed(ConnectionStore store, int writer, AtomicInteger tried, AtomicBoolean closed) {
        for (int number = 0; ; number++) {
            boolean mustFail = closed.get();
            try {
                SampleRow row = SampleRow.of("row-" + writer + "-" + number);
                assertEquals(WriteOutcome.DONE, store.insert(row.write()));
                assertFalse(mustFail, "a write is taken after the close");
            } catch (IllegalStateException | StorageException refused) {
                assertThrows(IllegalStateException.class, store::slot);
                return number;
            } finally {
                tried.incrementAndGet();
            }
        }
    }
}
