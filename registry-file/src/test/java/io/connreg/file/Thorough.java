package io.connreg.file;

/** How much the crash tests try: a slice, or, with the system property {@code registry.test.crash}, all. */
final class Thorough {
    private static final boolean ALL = Boolean.getBoolean("registry.test.crash");

    private Thorough() {}

    static int of(int slice, int all) {
        return ALL ? all : slice;
    }

    /** Other combinations each time; what is printed repeats them. */
    static long seed() {
        return Long.getLong("registry.test.seed", System.nanoTime());
    }
}
