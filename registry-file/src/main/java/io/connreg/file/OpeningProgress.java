package io.connreg.file;

/** Is told how far the opening of a store has come. What it throws ends the opening; nothing was changed then. */
@FunctionalInterface
public interface OpeningProgress {
    /**
     * Called from time to time, on the thread that opens.
     *
     * @param bytes how much was read
     * @param ofBytes how much there is to read, at most
     */
    void read(long bytes, long ofBytes);
}
