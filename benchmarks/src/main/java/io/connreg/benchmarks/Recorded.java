package io.connreg.benchmarks;

import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.CreateConnection;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.WriteOutcome;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** Rows as the registry makes them, to be stored by other means: they open where the store has the slot they were made by. */
final class Recorded implements AutoCloseable {
    private final AtomicReference<ConnectionWrite> last = new AtomicReference<>();
    private final ConnectionRegistry registry;

    /** @param store keeps the slot, and is closed with this; no row reaches it */
    Recorded(ConnectionStore store, MasterKey key, Clock clock) {
        ConnectionStore recording = (ConnectionStore) Proxy.newProxyInstance(
                Recorded.class.getClassLoader(), new Class<?>[] {ConnectionStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("insert")) {
                        last.set((ConnectionWrite) arguments[0]);
                        return WriteOutcome.DONE;
                    }
                    return method.invoke(store, arguments);
                });
        this.registry = Registries.builder()
                .storage(recording)
                .masterKey(key)
                .clock(clock)
                .open();
    }

    ConnectionWrite row(Caller creator, CreateConnection request) {
        registry.actingAs(creator).create(request);
        return Objects.requireNonNull(last.get());
    }

    @Override
    public void close() {
        registry.close();
    }
}
