package io.connreg.core;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which code points Unicode 13 had assigned: those of JDK 17. A name keeps to them, since the normal form of later ones
 * differs from one JDK to the next, and with it whether two names are one.
 */
final class Unicode13 {
    /** Where assigned and unassigned ranges begin, in turn. */
    private static final int[] BOUNDARIES = load();

    private Unicode13() {}

    static boolean isAssigned(int codePoint) {
        int at = Arrays.binarySearch(BOUNDARIES, codePoint);
        int begun = at >= 0 ? at + 1 : -at - 1;
        return begun % 2 == 1;
    }

    private static int[] load() {
        try (InputStream ranges =
                Objects.requireNonNull(Unicode13.class.getResourceAsStream("unicode-13.txt"), "unicode-13.txt")) {
            return new String(ranges.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Stream.of(line.split(" ", 2)))
                    .flatMapToInt(boundary -> IntStream.of(Integer.parseInt(boundary, 16)))
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
