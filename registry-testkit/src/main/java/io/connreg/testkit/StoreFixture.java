package io.connreg.testkit;

import io.connreg.RegistrySetupException;
import io.connreg.spi.ConnectionStore;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How a plug-in's store is opened for the rules, and what it can do. It can do all unless it says otherwise; what it
 * says that it cannot do, the rules hold it to. A test may take a {@link ConnectionStore} as its parameter: it is a new
 * one, and closed after the test.
 */
@ExtendWith(FreshStore.class)
public interface StoreFixture {

    /** Opens a store with nothing in it; once a test, at most. */
    ConnectionStore openNew();

    /** Opens again what {@link #openNew} opened in this test, after it was closed and while it is open. */
    ConnectionStore reopen();

    /**
     * Opens what would be left if the process were killed now, as often as a test asks. The store of {@link #openNew}
     * is still open and goes on as if nothing had happened; for a store in files, {@link CrashCopy} makes both true.
     * A store that does not outlive its close is not asked.
     */
    default ConnectionStore reopenAfterCrash() {
        throw new UnsupportedOperationException(
                "the fixture of a store that outlives its close must say how to open what a crash left");
    }

    /**
     * Whether what was acknowledged is there again, after a close and after a crash. If not, the rules ask for an empty
     * store.
     */
    default boolean outlivesClose() {
        return true;
    }

    /**
     * Whether a second store may be opened on the same data while the first is open. If not, the rules ask that it is
     * refused with a {@link RegistrySetupException}, or is empty and leaves the first alone.
     */
    default boolean takesSecondOpener() {
        return true;
    }
}
