package io.connreg.core;

/** What a {@link CachedRow} must look like to threads: a row without a cache, where each verb happens at once. */
public class PlainRow {
    private long version = 1;

    public long create() {
        version = 1;
        return version;
    }

    public long read() {
        return version;
    }

    public long readInStore() {
        return version;
    }

    public long update() {
        return version == 0 ? 0 : ++version;
    }

    public long updateElsewhereThenClear() {
        return update();
    }

    public long delete() {
        long before = version;
        version = 0;
        return before;
    }
}
