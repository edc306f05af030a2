package io.connreg.file;

import io.connreg.RegistrySetupException;
import io.connreg.StorageException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says in the registry's words what the file system or a file's content is not right about; no value, no driver's text. */
final class Failures {
    private static final Logger LOG = System.getLogger(Failures.class.getName());

    private final Disk disk;
    private final AtomicBoolean told = new AtomicBoolean();

    Failures(Disk disk) {
        this.disk = disk;
    }

    /** A write failed, and with it all writing. */
    StorageException stopped(Throwable cause) {
        String sentence = "The connection store in " + disk.shown() + " takes no writes any more, since one failed ("
                + cause.getClass().getSimpleName()
                + "). Look whether the disk is full or failing, then open the store anew. Reading goes on; of a write that"
                + " was under way, the next opening shows whether it happened.";
        if (told.compareAndSet(false, true)) {
            LOG.log(Level.ERROR, sentence);
        }
        return new StorageException(sentence);
    }

    /** A document could not be read. */
    StorageException unreadable(String id, Place place, IOException cause) {
        return new StorageException("Could not read connection '" + id + "': its line in "
                + place.file().name() + " in "
                + disk.shown() + ", at byte " + place.at() + ", is damaged or out of reach ("
                + cause.getClass().getSimpleName()
                + "). Look whether the disk is failing; put the directory back from a"
                + " backup, or write what can be read to a new one with FileStores.salvage.");
    }

    IllegalStateException closed() {
        return new IllegalStateException("The connection store in " + disk.shown() + " is closed.");
    }

    /** The file system refuses. */
    RegistrySetupException unusable(String attempt, IOException cause) {
        return new RegistrySetupException("Could not " + attempt + " the connection store in " + disk.shown() + " ("
                + cause.getClass().getSimpleName()
                + "): look whether the directory may be read and written by this user,"
                + " lies on a disk that is not full, and is not a link.");
    }

    RegistrySetupException refused(String sentence) {
        return new RegistrySetupException("Cannot open the connection store in " + disk.shown() + ": " + sentence);
    }

    /** Bytes that are not as they were written, where a crash cannot have been. */
    RegistrySetupException damaged(FileName file, long at, String reason) {
        return refused(
                file + " is damaged at byte " + at + ": " + reason + ". Nothing was changed. Put the directory back"
                        + " from a backup, or write what can be read to a new one with FileStores.salvage.");
    }

    RegistrySetupException missing(FileName file) {
        return refused(file + " is missing. Nothing was changed. Put it back, or the whole directory from a backup, or"
                + " write what can be read to a new one with FileStores.salvage.");
    }

    RegistrySetupException newer(FileName file, int format) {
        return refused(file + " is of format " + format + ", and this version knows formats up to " + Lines.FORMAT
                + ". Nothing was changed. Open it with the version of the library that wrote it, or a newer one.");
    }
}
