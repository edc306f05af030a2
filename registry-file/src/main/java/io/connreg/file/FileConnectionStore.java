package io.connreg.file;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListScope;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Connections in a directory of plain files; {@link FileStores} opens one. It is this process's alone while it is open. What was
 * acknowledged survives the kill of the process and a power loss. When a write fails, as on a full disk, it takes no
 * writes any more until it is opened anew, and goes on reading.
 */
public final class FileConnectionStore implements ConnectionStore {
    private static final Logger LOG = System.getLogger(FileConnectionStore.class.getName());

    private final Disk disk;
    private final Failures failures;
    private final Shared shared;
    private final Opening.Opened opened;
    private final Memory memory;
    private final Reads reads;
    private final WriteQueue queue = new WriteQueue();
    private final Compactor compactor;
    private final Thread writer;
    private final ReentrantLock closing = new ReentrantLock();
    private volatile boolean closed;

    private FileConnectionStore(Disk disk, Sizes sizes, Failures failures, Shared shared, Opening.Opened opened) {
        this.disk = disk;
        this.failures = failures;
        this.shared = shared;
        this.opened = opened;
        this.memory = opened.memory();
        this.reads = new Reads(memory, failures, () -> closed);
        this.compactor = new Compactor(disk, opened.store(), memory, opened.files());
        this.writer = Daemon.start("writer", new Writer(queue, memory, opened.journal(), compactor, sizes, failures));
    }

    static FileConnectionStore open(Disk disk, Sizes sizes, OpeningProgress progress) {
        Failures failures = new Failures(disk);
        // An interrupt closes files under whoever uses them. A thread that comes with one is told of it after.
        boolean interrupted = Thread.interrupted();
        try {
            disk.make();
            StoreFiles.requireRoom(disk, failures);
            String holder = "process " + ProcessHandle.current().pid() + " since "
                    + Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Optional<String> held = disk.lock(FileName.LOCK, holder);
            if (held.isPresent()) {
                throw failures.refused("it is open already, in " + held.get()
                        + ". Close it there: a registry in files is one process's.");
            }
            return openLocked(disk, sizes, progress, failures);
        } catch (IOException e) {
            throw failures.unusable("open", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static FileConnectionStore openLocked(Disk disk, Sizes sizes, OpeningProgress progress, Failures failures)
            throws IOException {
        try {
            Shared shared = new Shared();
            return new FileConnectionStore(
                    disk, sizes, failures, shared, new Opening(disk, sizes, shared, progress, failures).open());
        } catch (IOException | RuntimeException | Error e) {
            disk.unlock();
            throw e;
        }
    }

    /** What was cut off when this was opened, because a crash had left it half written; the log says so, too. */
    public Optional<CutTail> cutTail() {
        return opened.cutTail();
    }

    @Override
    public Optional<StoredConnection> find(String id) {
        requireOpen();
        return reads.find(id);
    }

    @Override
    public Optional<StoredConnection> findByName(String workspaceId, String name) {
        requireOpen();
        return reads.findByName(workspaceId, name);
    }

    @Override
    public List<StoredConnection> list(ListQuery query) {
        requireOpen();
        return reads.list(query);
    }

    @Override
    public long count(ListScope scope, ConnectionFilter filter) {
        requireOpen();
        return reads.count(new Candidates(memory, scope, filter));
    }

    @Override
    public WriteOutcome insert(ConnectionWrite write) {
        return written(Change.Insert.of(write, shared));
    }

    @Override
    public WriteOutcome replace(ConnectionWrite write) {
        return written(Change.Replace.of(write, shared));
    }

    /** With one flush, unless rows come twice or the writes take more than 64 MiB. */
    @Override
    public List<WriteOutcome> replaceAll(List<ConnectionWrite> writes) {
        return written(writes.stream()
                .<Change>map(write -> Change.Replace.of(write, shared))
                .toList());
    }

    @Override
    public WriteOutcome delete(String id, long rowVersion) {
        requireOpen();
        // What cannot be an id could not be written, either.
        return memory.row(id) == null ? WriteOutcome.MISSING : written(Change.Delete.of(id, rowVersion));
    }

    @Override
    public Optional<KeySlot> slot() {
        requireOpen();
        return Optional.ofNullable(memory.slot()).map(Memory.PlacedSlot::slot);
    }

    @Override
    public WriteOutcome replaceSlot(KeySlot next) {
        return written(Change.ReplaceSlot.of(next));
    }

    @Override
    public List<StoredConnection> scan(String afterId, int limit) {
        requireOpen();
        return reads.scan(afterId, limit, row -> true);
    }

    @Override
    public List<StoredConnection> scanByKey(KeyId key, String afterId, int limit) {
        requireOpen();
        return reads.scan(afterId, limit, row -> row.terms().secretsByKey().containsKey(key));
    }

    @Override
    public Map<KeyId, Long> countSecretsByKey() {
        requireOpen();
        return reads.countSecretsByKey();
    }

    @Override
    public boolean ownedAlone() {
        requireOpen();
        return true;
    }

    /** Waits for the writes that are under way. */
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        closing.lock();
        try {
            if (!closed) {
                closed = true;
                end();
            }
        } finally {
            closing.unlock();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void end() {
        queue.shut(failures::closed);
        Daemon.await(writer);
        compactor.stop();
        opened.files().close();
        try {
            disk.unlock();
        } catch (IOException e) {
            LOG.log(
                    Level.WARNING,
                    "the lock of the connection store in " + disk.shown() + " could not be given up ("
                            + e.getClass().getSimpleName() + ")");
        }
    }

    /** For tests: waits until no compaction is under way. */
    void awaitCompaction() {
        compactor.await();
    }

    private WriteOutcome written(Change change) {
        return written(List.of(change)).get(0);
    }

    private List<WriteOutcome> written(List<Change> changes) {
        requireOpen();
        if (changes.isEmpty()) {
            return List.of();
        }
        Request request = new Request(changes);
        queue.add(request);
        return request.await();
    }

    private void requireOpen() {
        if (closed) {
            throw failures.closed();
        }
    }
}
