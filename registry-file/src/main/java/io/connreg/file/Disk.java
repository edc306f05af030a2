package io.connreg.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The directory that a store lives in: all that the store ever does to a file system. Names are those of files in it.
 * What is made here is made for its owner alone, from the first byte on. No symbolic link is followed.
 */
interface Disk {
    /** The directory as people know it. */
    String shown();

    /** Makes the directory, and what leads to it, if it is not there; durable when it returns. */
    void make() throws IOException;

    /** The names of all that is in it, in no order. */
    List<String> list() throws IOException;

    /** Whether this name is a file's, and not that of a directory, a link or nothing. */
    boolean isPlainFile(String name) throws IOException;

    /** Makes an empty file. The name lasts only after {@link #force}. Fails if there is one. */
    DiskFile create(String name) throws IOException;

    /** Opens a file that is there. Nothing about it changes. */
    DiskFile open(String name) throws IOException;

    /** Gives a file another name, in one step; a file that had it is gone. Lasts only after {@link #force}. */
    void rename(String from, String to) throws IOException;

    /** Lasts only after {@link #force}. */
    void delete(String name) throws IOException;

    /** Makes names durable: what was created, renamed and deleted. */
    void force() throws IOException;

    /**
     * Takes the directory for this opener alone, by an operating system's lock on a file, and writes down who it is.
     *
     * @return empty if it was taken; else what the one who has it wrote
     */
    Optional<String> lock(String name, String holder) throws IOException;

    /** Gives up what {@link #lock} took. */
    void unlock() throws IOException;
}
