package io.connreg.testkit;

import io.connreg.spi.ConnectionStore;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How a plug-in's store is opened for the rules. A test may take a {@link ConnectionStore} as its parameter: it is a
 * new one, and closed after the test.
 */
@ExtendWith(FreshStore.class)
public interface StoreFixture {

    /** Opens a store with nothing in it; once a test, at most. */
    ConnectionStore openNew();

    /** Opens again what {@link #openNew} opened in this test, after it was closed. */
    ConnectionStore reopen();

    /** Whether what was stored is there again after {@link #reopen}. If not, the rules ask for an empty store. */
    default boolean outlivesClose() {
        return true;
    }
}
