package io.connreg.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The files that lines are read from. */
final class DataFiles {
    private static final Logger LOG = System.getLogger(DataFiles.class.getName());

    private final Disk disk;
    private final Queue<DataFile> files = new ConcurrentLinkedQueue<>();

    DataFiles(Disk disk) {
        this.disk = disk;
    }

    void add(DataFile file) {
        files.add(file);
    }

    /** A snapshot stands for all that came before it: these are deleted when their last readers have left. */
    void replaceBy(DataFile snapshot) {
        List<DataFile> replaced = files.stream()
                .filter(file -> file != snapshot
                        && file.name().number() <= snapshot.name().number())
                .toList();
        files.removeAll(replaced);
        replaced.forEach(file -> file.giveUp(this::closeAndDelete));
    }

    void close() {
        for (DataFile file = files.poll(); file != null; file = files.poll()) {
            file.giveUp(this::close);
        }
    }

    private void close(DataFile file) {
        try {
            file.file().close();
        } catch (IOException e) {
            warn("closed", file, e);
        }
    }

    private void closeAndDelete(DataFile file) {
        close(file);
        try {
            disk.delete(file.name().toString());
        } catch (IOException e) {
            warn("deleted; the next opening tries again", file, e);
        }
    }

    private void warn(String undone, DataFile file, IOException e) {
        LOG.log(
                Level.WARNING,
                "the file " + file.name() + " in " + disk.shown() + " could not be " + undone + " ("
                        + e.getClass().getSimpleName() + ")");
    }
}
