package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import io.connreg.spi.SlotGuard;
import io.connreg.spi.WriteOutcome;
import io.connreg.testkit.SampleRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many callers share one force; nobody is told, and nothing is seen, before it. */
final class GroupCommitTest {
    private static final String FORCE = "force journal-00000001.jsonl";

    @TempDir
    Path dir;

    private final Semaphore forces = new Semaphore(1_000);
    private final AtomicInteger forced = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();
    private Folder folder;
    private FileConnectionStore store;

    @BeforeEach
    void open() {
        folder = new Folder(dir.resolve("data"));
        Disk disk = new HookedDisk(new OsDisk(folder.path()), operation -> {
            if (operation.equals(FORCE)) {
                forced.incrementAndGet();
                waiting.incrementAndGet();
                forces.acquireUninterruptibly();
                waiting.decrementAndGet();
            }
        });
        store = FileConnectionStore.open(disk, Sizes.USUAL, (bytes, ofBytes) -> {});
        store.insert(SampleRow.of("first").write());
    }

    @AfterEach
    void close() {
        forces.release(1_000);
        store.close();
    }

    @Test
    void whatComesWhileOneBatchIsForcedIsForcedTogether() throws Exception {
        forces.drainPermits();
        forced.set(0);
        List<FutureTask<WriteOutcome>> calls = new ArrayList<>();
        calls.add(call(() -> store.insert(SampleRow.of("one").write())));
        await(() -> waiting.get() == 1);
        for (int i = 0; i < 20; i++) {
            SampleRow row = SampleRow.of("row-" + i);
            calls.add(call(() -> store.insert(row.write())));
        }
        assertThat(store.find("one")).as("memory never runs ahead of the disk").isEmpty();
        assertThat(calls).noneMatch(FutureTask::isDone);

        forces.release(1_000);

        for (FutureTask<WriteOutcome> call : calls) {
            assertThat(call.get()).isEqualTo(WriteOutcome.DONE);
        }
        assertThat(forced).hasValue(2);
    }

    @Test
    void manyReplacementsTakeOneForceAndThoseOfOneRowOneEach() {
        List<ConnectionWrite> apart = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            SampleRow row = SampleRow.of("row-" + i);
            store.insert(row.write());
            apart.add(row.next().write());
        }
        forced.set(0);
        assertThat(store.replaceAll(apart)).hasSize(50).containsOnly(WriteOutcome.DONE);
        assertThat(forced).hasValue(1);

        SampleRow row = SampleRow.of("row-0").next();
        List<ConnectionWrite> again = List.of(
                row.next().write(),
                row.next().next().write(),
                SampleRow.of("row-1").next().next().write());
        assertThat(store.replaceAll(again)).containsOnly(WriteOutcome.DONE);
        assertThat(forced).hasValue(3);
    }

    @Test
    void guardedWritesShareAForceAndOneBehindANewSlotDoesNot() throws Exception {
        KeySlot slot = new KeySlot(1, "slot");
        store.replaceSlot(slot);
        forces.drainPermits();
        forced.set(0);
        List<FutureTask<WriteOutcome>> calls = new ArrayList<>();
        calls.add(call(() -> store.insert(SampleRow.of("one").write())));
        await(() -> waiting.get() == 1);
        for (int i = 0; i < 5; i++) {
            SampleRow row = SampleRow.of("guarded-" + i);
            calls.add(call(() -> store.insert(row.write(SlotGuard.at(slot)))));
        }
        calls.add(call(() -> store.replaceSlot(new KeySlot(2, "next"))));
        FutureTask<WriteOutcome> late =
                call(() -> store.insert(SampleRow.of("late").write(SlotGuard.at(slot))));

        forces.release(1_000);

        for (FutureTask<WriteOutcome> call : calls) {
            assertThat(call.get()).isEqualTo(WriteOutcome.DONE);
        }
        assertThat(late.get()).isEqualTo(WriteOutcome.SLOT_CHANGED);
        assertThat(forced).as("the one, and all the others").hasValue(2);
    }

    /** Returns when the call waits for its answer. */
    private FutureTask<WriteOutcome> call(Callable<WriteOutcome> write) throws Exception {
        FutureTask<WriteOutcome> call = new FutureTask<>(write);
        Thread caller = new Thread(call);
        caller.start();
        await(() -> caller.getState() == Thread.State.WAITING);
        return call;
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        while (!condition.call()) {
            Thread.onSpinWait();
        }
    }
}
