package io.connreg.file;

/**
 * When files grow, end and are compacted, in bytes.
 *
 * @param segment a segment ends before it grows longer, unless one batch is
 * @param smallestStep by how much a segment is preallocated at least
 * @param largestStep by how much at most; between the two, it doubles
 * @param smallestWaste below it nothing is compacted
 */
record Sizes(long segment, long smallestStep, long largestStep, long smallestWaste) {
    static final Sizes USUAL = new Sizes(64L << 20, 64L << 10, 4L << 20, 4L << 20);

    /** How long a file of this length is to be so that so many bytes more fit in. */
    long grown(long allocated, long needed) {
        return Math.max(needed, allocated + Math.max(smallestStep, Math.min(allocated, largestStep)));
    }

    /** Whether so many dead bytes beside so many live ones are too many. */
    boolean wasteful(long dead, long live) {
        return dead > Math.max(live, smallestWaste);
    }
}
