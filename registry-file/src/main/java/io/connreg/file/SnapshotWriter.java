package io.connreg.file;

import java.io.Closeable;
import java.io.IOException;

/**
 * Writes a snapshot and the index beside it: lines, copied byte for byte. Both have their names only when they are whole
 * and on disk.
 */
final class SnapshotWriter implements Closeable {
    private final Disk disk;
    private final FileName snapshotName;
    private final FileName indexName;
    private final DiskFile snapshotFile;
    private final DiskFile indexFile;
    private final Appender snapshot;
    private final SnapshotIndex.Writer index;
    private long connections;

    private SnapshotWriter(Disk disk, String store, FileName name) throws IOException {
        this.disk = disk;
        snapshotName = name;
        indexName = new FileName(FileName.Kind.INDEX, name.number(), false);
        snapshotFile = disk.create(FileName.unfinished(snapshotName.toString()));
        try {
            indexFile = disk.create(FileName.unfinished(indexName.toString()));
        } catch (IOException e) {
            snapshotFile.close();
            throw e;
        }
        snapshot = new Appender(snapshotFile);
        snapshot.add(Lines.header(FileName.Kind.SNAPSHOT, name.number(), store));
        index = new SnapshotIndex.Writer(new Appender(indexFile), store, name.number());
    }

    /** Of all that was there at the end of the segment of this number. */
    static SnapshotWriter create(Disk disk, String store, long number) throws IOException {
        return new SnapshotWriter(disk, store, new FileName(FileName.Kind.SNAPSHOT, number, false));
    }

    /** Adds a connection's line; where it now stands. */
    long addConnection(byte[] line, int documentAt) throws IOException {
        connections++;
        return add(line, documentAt);
    }

    /** Adds the slot's line; where it now stands. */
    long addSlot(byte[] line) throws IOException {
        return add(line, 0);
    }

    private long add(byte[] line, int documentAt) throws IOException {
        long at = snapshot.at();
        snapshot.add(line);
        index.add(line, at, documentAt);
        return at;
    }

    /** It is whole. */
    DataFile finish() throws IOException {
        byte[] last = Lines.whole(snapshot.at(), connections);
        snapshot.add(last);
        snapshot.force();
        index.finish(snapshot.at());
        close();
        disk.rename(FileName.unfinished(indexName.toString()), indexName.toString());
        disk.rename(FileName.unfinished(snapshotName.toString()), snapshotName.toString());
        disk.force();
        return new DataFile(snapshotName, disk.open(snapshotName.toString()));
    }

    /** It will never be: takes away what there is of it. */
    void abandon() throws IOException {
        close();
        for (FileName name : new FileName[] {snapshotName, indexName}) {
            String unfinished = FileName.unfinished(name.toString());
            if (disk.isPlainFile(unfinished)) {
                disk.delete(unfinished);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            snapshotFile.close();
        } finally {
            indexFile.close();
        }
    }
}
