package io.connreg.file;

/**
 * Where a line stands.
 *
 * @param file in which file
 * @param at its first byte
 * @param length how many bytes, its end too
 * @param documentAt where in it its document begins; 0 if it has none
 */
record Place(DataFile file, long at, int length, int documentAt) {}
