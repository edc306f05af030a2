package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.ConnectionStore;
import io.connreg.testkit.ConnectionStoreContract;
import org.junit.jupiter.api.Test;

final class MemoryStoreContractTest implements ConnectionStoreContract {
    private final MemoryStoreProvider provider = new MemoryStoreProvider();

    @Override
    public ConnectionStore openNew() {
        return provider.open("memory:");
    }

    @Override
    public ConnectionStore reopen() {
        return openNew();
    }

    @Override
    public boolean outlivesClose() {
        return false;
    }

    @Override
    public boolean takesSecondOpener() {
        return false;
    }

    @Test
    void takesExactlyItsUrl() {
        assertThat(provider.accepts("memory:")).isTrue();
        assertThat(provider.accepts("memory:orders")).isFalse();
        assertThat(provider.accepts("MEMORY:")).isFalse();
        assertThat(provider.accepts("jdbc:h2:mem:")).isFalse();
    }

    @Test
    void isOwnedAlone(ConnectionStore store) {
        assertThat(store.ownedAlone()).isTrue();
    }
}
