package io.connreg.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Writes all live lines of the finished segments into a snapshot, on a thread of its own, while the writer goes on in the
 * next segment; then has readers look there, and the old files deleted. A crash at any point leaves the old files, or the
 * snapshot, whole. When it fails it is not tried again until the store is opened anew; writing goes on.
 */
final class Compactor {
    private static final Logger LOG = System.getLogger(Compactor.class.getName());

    private record Copied(Entry entry, Row row, long at) {}

    private final Disk disk;
    private final String store;
    private final Memory memory;
    private final DataFiles files;
    private volatile @Nullable Thread thread;
    private volatile boolean failed;
    private volatile boolean stopping;

    Compactor(Disk disk, String store, Memory memory, DataFiles files) {
        this.disk = disk;
        this.store = store;
        this.memory = memory;
        this.files = files;
    }

    /** Whether it may begin. */
    boolean isFree() {
        Thread running = thread;
        return !failed && !stopping && (running == null || !running.isAlive());
    }

    /** The writer's: ends the segment, so that all before it can be compacted. */
    void begin(Journal journal) throws IOException {
        long dead = memory.dead();
        long last = journal.next().name().number();
        Superseded superseded = new Superseded(last);
        Memory.PlacedSlot slot = memory.slot();
        memory.keepSuperseded(superseded);
        thread = Daemon.start("compactor", () -> compact(superseded, last, slot, dead));
    }

    /** Waits until none is under way. */
    void await() {
        Thread running = thread;
        if (running != null) {
            Daemon.await(running);
        }
    }

    /** Ends the one under way, without its work done, and begins no other. */
    void stop() {
        stopping = true;
        await();
    }

    private void compact(Superseded superseded, long last, Memory.@Nullable PlacedSlot slot, long dead) {
        try {
            SnapshotWriter snapshot = SnapshotWriter.create(disk, store, last);
            try {
                writeAndSwitch(snapshot, superseded, slot);
            } catch (IOException | RuntimeException | Error e) {
                snapshot.abandon();
                throw e;
            }
            memory.addDead(-dead);
        } catch (CancellationException storeIsClosing) {
            failed = true;
        } catch (IOException | RuntimeException e) {
            failed = true;
            LOG.log(
                    Level.WARNING,
                    "the registry in " + disk.shown() + " could not be compacted ("
                            + e.getClass().getSimpleName()
                            + "): it goes on as it is, and grows; look whether the disk is full or failing");
        } finally {
            memory.keepSuperseded(null);
        }
    }

    private void writeAndSwitch(SnapshotWriter snapshot, Superseded superseded, Memory.@Nullable PlacedSlot slot)
            throws IOException {
        long slotAt = slot == null ? 0 : snapshot.addSlot(line(slot.place()));
        List<Copied> copied = copyLive(snapshot, superseded);
        DataFile file = snapshot.finish();
        files.add(file);
        for (Copied row : copied) {
            Place old = row.row().place();
            row.entry().move(row.row(), new Place(file, row.at(), old.length(), old.documentAt()));
        }
        if (slot != null) {
            memory.move(slot, new Place(file, slotAt, slot.place().length(), 0));
        }
        files.replaceBy(file);
    }

    /** What is in memory and in a file of these; then what was until a moment ago. */
    private List<Copied> copyLive(SnapshotWriter snapshot, Superseded superseded) throws IOException {
        List<Copied> copied = new ArrayList<>();
        for (Entry entry : memory.byCreation()) {
            Row row = entry.row();
            if (row != null && superseded.covers(row.place())) {
                copied.add(new Copied(entry, row, copy(snapshot, row)));
            }
        }
        for (Row row : superseded.rowsBut(copied.stream().map(Copied::row))) {
            copy(snapshot, row);
        }
        return copied;
    }

    private long copy(SnapshotWriter snapshot, Row row) throws IOException {
        if (stopping) {
            throw new CancellationException();
        }
        return snapshot.addConnection(line(row.place()), row.place().documentAt());
    }

    /** Damage must not be copied. These files are the compactor's to give up, so they are open. */
    private static byte[] line(Place place) throws IOException {
        byte[] line = place.file().read(place.at(), place.length());
        if (!Frame.isWhole(line, 0, line.length - 1)) {
            throw new IOException("a line is damaged");
        }
        return line;
    }
}
