package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.KeySlot;
import io.connreg.spi.WriteOutcome;
import io.connreg.testkit.SampleRow;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A store in memory, what is asked of it one after the other, and what it may hold at each moment. One thread asks. */
final class Session {
    /**
     * From here on, if the power is lost.
     *
     * @param operations how many were done
     * @param legal what the store may hold: what was acknowledged, then each step of what is under way
     */
    record Moment(int operations, List<Contents> legal) {}

    private final MemoryDisk disk;
    private final boolean orderly;
    private final List<Moment> moments = new CopyOnWriteArrayList<>();
    private HookedDisk.Hook hook;
    private Fuse fuse = Fuse.never();
    private Contents now;
    private @Nullable FileConnectionStore store;
    private volatile boolean open;

    /**
     * On a disk that holds one of these.
     *
     * @param hook is asked of all that is done
     * @param orderly whether no compaction goes on while something is asked: all runs then do the same
     */
    Session(MemoryDisk disk, List<Contents> legal, HookedDisk.Hook hook, boolean orderly) {
        this.disk = disk;
        this.orderly = orderly;
        this.hook = hook;
        this.now = legal.get(0);
        moments.add(new Moment(0, legal));
    }

    /** On an empty disk. */
    Session(HookedDisk.Hook hook, boolean orderly) {
        this(new MemoryDisk(Map.of()), List.of(Contents.NONE), hook, orderly);
    }

    MemoryDisk disk() {
        return disk;
    }

    List<Moment> moments() {
        return moments;
    }

    /** What was acknowledged. */
    Contents now() {
        return now;
    }

    /** What it may hold. */
    List<Contents> legal() {
        return moments.get(moments.size() - 1).legal();
    }

    /** Whether it may be read. */
    boolean isOpen() {
        return open;
    }

    FileConnectionStore store() {
        return Objects.requireNonNull(store);
    }

    /** What is found may be any of what is legal; from then on it is what is there. */
    void open() {
        fuse = Fuse.never();
        FileConnectionStore opened = FileConnectionStore.open(
                new HookedDisk(new HookedDisk(disk, hook), fuse), Folder.SMALL, (bytes, ofBytes) -> {});
        store = opened;
        Contents found = Contents.of(opened);
        assertThat(found).isIn(legal());
        acknowledged(found);
        open = true;
    }

    /** Kills its process, if there is one still, and goes on with nobody asked. */
    void recover() {
        hook = Fuse.never();
        if (store != null) {
            kill();
        }
        open();
    }

    void close() {
        if (orderly) {
            settle();
        }
        open = false;
        store().close();
    }

    /** Its process does nothing any more; what it did stays as it is. */
    void kill() {
        open = false;
        fuse.blow();
        store().close();
    }

    void insert(SampleRow row) {
        perform(now.through(List.of(row)), () -> List.of(store().insert(row.write())));
    }

    void replace(SampleRow... rows) {
        List<SampleRow> all = Arrays.asList(rows);
        perform(
                now.through(all),
                () -> store().replaceAll(all.stream().map(SampleRow::write).toList()));
    }

    void delete(String id) {
        long rowVersion = Objects.requireNonNull(now.rows().get(id)).head().rowVersion();
        perform(List.of(now, now.without(id)), () -> List.of(store().delete(id, rowVersion)));
    }

    void slot(String content) {
        KeySlot next = new KeySlot(now.slot().map(KeySlot::version).orElse(0L) + 1, content);
        perform(List.of(now, now.with(next)), () -> List.of(store().replaceSlot(next)));
    }

    /** Waits until the writer and the compactor have nothing to do. */
    void settle() {
        assertThat(store().replaceSlot(new KeySlot(1_000_000, ""))).isEqualTo(WriteOutcome.SLOT_CHANGED);
        store().awaitCompaction();
    }

    private void perform(List<Contents> steps, Supplier<List<WriteOutcome>> call) {
        moments.add(new Moment(disk.operations(), steps));
        assertThat(call.get()).containsOnly(WriteOutcome.DONE);
        acknowledged(steps.get(steps.size() - 1));
        if (orderly) {
            settle();
        }
    }

    private void acknowledged(Contents contents) {
        now = contents;
        moments.add(new Moment(disk.operations(), List.of(contents)));
    }
}
