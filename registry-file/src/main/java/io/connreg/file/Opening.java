package io.connreg.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Opens what lies in a directory. Until all of it is read and known to be sound nothing is written, but to the lock; then
 * a torn end is cut off, and what a crash left is cleared away.
 */
final class Opening {
    private static final Logger LOG = System.getLogger(Opening.class.getName());

    /** An opened store's parts. */
    record Opened(String store, Memory memory, Journal journal, DataFiles files, Optional<CutTail> cutTail) {}

    private final Disk disk;
    private final Sizes sizes;
    private final Shared shared;
    private final OpeningProgress listener;
    private final Failures failures;
    private final DataFiles files;
    private long read;
    private long toRead;

    Opening(Disk disk, Sizes sizes, Shared shared, OpeningProgress listener, Failures failures) {
        this.disk = disk;
        this.sizes = sizes;
        this.shared = shared;
        this.listener = listener;
        this.failures = failures;
        this.files = new DataFiles(disk);
    }

    /** The directory is this opener's. If this fails, nothing is open. */
    Opened open() throws IOException {
        try {
            StoreFiles found = StoreFiles.of(disk, failures);
            return found.isNew() ? begin(found) : resume(found);
        } catch (IOException | RuntimeException | Error e) {
            files.close();
            throw e;
        }
    }

    private Opened begin(StoreFiles found) throws IOException {
        clear(found.leftovers());
        String store = UUID.randomUUID().toString();
        DataFile segment = Journal.create(disk, store, 1);
        files.add(segment);
        long end = segment.file().size();
        Journal journal = new Journal(disk, store, sizes, files, segment, end, false);
        return new Opened(store, new Memory(new ConcurrentHashMap<>()), journal, files, Optional.empty());
    }

    private Opened resume(StoreFiles found) throws IOException {
        DataFile snapshot =
                found.snapshot().isPresent() ? opened(found.snapshot().get()) : null;
        List<DataFile> segments = new ArrayList<>();
        for (FileName name : found.segments()) {
            segments.add(opened(name));
        }
        Reading reading = new Reading(failures, shared, toRead, this::advance);
        if (snapshot != null) {
            readSnapshot(reading, snapshot, found.index());
        }
        long bytes = snapshot == null ? 0 : snapshot.file().size();
        Reading.Sound sound = new Reading.Sound(0, 0, false, 0);
        for (DataFile segment : segments) {
            sound = reading.segment(segment, segment == segments.get(segments.size() - 1));
            bytes += sound.end();
        }
        DataFile active = segments.get(segments.size() - 1);
        Memory memory = memory(reading.replay(), bytes, active, sound);
        Optional<CutTail> cut = makeSound(active, sound);
        clear(found.leftovers());
        Journal journal = new Journal(disk, reading.store(), sizes, files, active, sound.end(), sound.ended());
        return new Opened(reading.store(), memory, journal, files, cut);
    }

    private Memory memory(Replay replay, long bytes, DataFile active, Reading.Sound sound) {
        try {
            return replay.toMemory(bytes);
        } catch (BadLineException e) {
            throw failures.damaged(active.name(), sound.end(), "two connections of a workspace have one name here");
        }
    }

    private DataFile opened(FileName name) throws IOException {
        DataFile file = new DataFile(name, disk.open(name.toString()));
        files.add(file);
        toRead += file.file().size();
        return file;
    }

    private void readSnapshot(Reading reading, DataFile snapshot, boolean hasIndex) throws IOException {
        try (DiskFile index = hasIndex ? index(snapshot) : null) {
            reading.snapshot(snapshot, index);
        }
    }

    private @Nullable DiskFile index(DataFile snapshot) throws IOException {
        DiskFile index =
                disk.open(new FileName(FileName.Kind.INDEX, snapshot.name().number(), false).toString());
        toRead += index.size() - snapshot.file().size();
        return index;
    }

    private void advance(long bytes) {
        read += bytes;
        listener.read(read, Math.max(read, toRead));
    }

    /**
     * All of it is on disk, names too, and nothing behind it: after a kill, what was read may be in the system's memory
     * alone, and what is written next vouches for it. After a force that failed the system may hold it for written: so it
     * is written again.
     */
    private Optional<CutTail> makeSound(DataFile active, Reading.Sound sound) throws IOException {
        if (!sound.ended() || active.file().size() > sound.end()) {
            Tail.rewrite(active, sound.lastMark(), sound.end());
        }
        if (active.file().size() > sound.end()) {
            active.file().truncate(sound.end());
        }
        active.file().force(true);
        disk.force();
        if (sound.torn() == 0) {
            return Optional.empty();
        }
        CutTail cut = new CutTail(active.name().toString(), sound.end(), sound.torn());
        LOG.log(
                Level.WARNING,
                "a crash left a half-written batch in " + cut.file() + " in " + disk.shown() + ": " + cut.bytes()
                        + " bytes from byte " + cut.offset()
                        + " on were cut off; nobody had been told that it was done");
        return Optional.of(cut);
    }

    private void clear(List<FileName> leftovers) throws IOException {
        for (FileName leftover : leftovers) {
            disk.delete(leftover.toString());
        }
        if (!leftovers.isEmpty()) {
            disk.force();
        }
    }
}
