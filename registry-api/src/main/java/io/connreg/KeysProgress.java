package io.connreg;

/**
 * Is told how far an operation on keys has come. What it throws ends the operation and comes out of it; what was done
 * until then stays done.
 */
@FunctionalInterface
public interface KeysProgress {
    /** Called from time to time, on the thread that the operation runs on. */
    void at(KeysReport soFar);
}
