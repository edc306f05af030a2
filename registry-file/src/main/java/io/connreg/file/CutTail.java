package io.connreg.file;

/**
 * What was cut off when a store was opened: the end of a batch that a crash left half written. Nobody had been told that
 * it was done.
 *
 * @param file the file's name in the store's directory
 * @param offset where it was cut
 * @param bytes how much was there
 */
public record CutTail(String file, long offset, long bytes) {}
