package io.connreg.file;

import io.connreg.RegistrySetupException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Opens connection stores in directories of plain files. Every method throws {@link RegistrySetupException} if the store
 * cannot be opened, with what to do about it.
 */
public final class FileStores {
    private FileStores() {}

    /** As {@link #open(Path, OpeningProgress)}, for whoever can wait. */
    public static FileConnectionStore open(Path directory) {
        return open(directory, (bytes, ofBytes) -> {});
    }

    /**
     * Opens the store in a directory, which is made, with what leads to it, if it is not there; it, and each file, for
     * its owner alone where the file system knows owners. One that is open already, here or in another process, is
     * refused; so is one that is damaged, of a newer format, or holds other files and no store. A refused one is left as
     * it was.
     *
     * @param directory the store's own; not a symbolic link
     * @param progress is told how far it is
     */
    public static FileConnectionStore open(Path directory, OpeningProgress progress) {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(progress, "progress");
        return FileConnectionStore.open(new OsDisk(directory), Sizes.USUAL, progress);
    }

    /**
     * Writes what can be read of a damaged store to a new one. What is salvaged may be older than what was there, where
     * a line that is lost had changed it: look through the report. The damaged store is only read; nobody may have it
     * open.
     *
     * @param from the damaged store's directory
     * @param to the new one's, which must not be there or be empty
     * @return what could not be read
     */
    public static SalvageReport salvage(Path from, Path to) {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        return Salvage.run(new OsDisk(from), new OsDisk(to));
    }
}
