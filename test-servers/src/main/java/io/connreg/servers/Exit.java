package io.connreg.servers;

import java.util.concurrent.TimeUnit;

/**
 * Waits for processes to end on the caller's own thread. {@link Process#onExit} needs a thread of the common pool, which
 * has but one where there are two processors, and a test may be blocking that.
 */
final class Exit {
    private Exit() {}

    /** The exit code. */
    static int of(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Whether it ended within this time. */
    static boolean within(long millis, Process process) {
        try {
            return process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while a server's process was waited for", e);
    }
}
