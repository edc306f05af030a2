package io.connreg.core.broken;

import io.connreg.core.MemoryStoreProvider;
import io.connreg.spi.ConnectionStore;
import io.connreg.testkit.ConnectionStoreContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules, run on each broken store. Most of it fails; so it is run by {@link BrokenStoresTest} alone. */
@ParameterizedClass(name = "{0}")
@EnumSource(BrokenStore.class)
final class BrokenStoreContract implements ConnectionStoreContract {
    private final ConnectionStore data = new MemoryStoreProvider().open("memory:");
    private final BrokenStore broken;

    BrokenStoreContract(BrokenStore broken) {
        this.broken = broken;
    }

    @Override
    public ConnectionStore openNew() {
        return reopen();
    }

    @Override
    public ConnectionStore reopen() {
        return broken.open(data);
    }

    @Override
    public ConnectionStore reopenAfterCrash() {
        return reopen();
    }

    @Override
    public boolean outlivesClose() {
        return broken != BrokenStore.KEEPS_UNTOLD;
    }

    @Override
    public boolean takesSecondOpener() {
        return broken != BrokenStore.SHARES_UNTOLD;
    }
}
