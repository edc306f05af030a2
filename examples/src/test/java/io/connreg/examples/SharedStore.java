package io.connreg.examples;

import io.connreg.ConnectionRegistry;
import io.connreg.core.MasterKey;
import io.connreg.core.MemoryStoreProvider;
import io.connreg.core.Registries;
import io.connreg.file.FileStores;
import io.connreg.jdbc.JdbcStores;
import io.connreg.servers.PostgresServer;
import io.connreg.servers.TestDatabase;
import io.connreg.spi.ConnectionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A new store of some kind, which several registries share. They keep nothing in memory: the store in memory, and the
 * one in files, say that they are owned alone.
 */
record SharedStore(Supplier<ConnectionStore> opening, Runnable closing) implements AutoCloseable {
    /** How long a key of these registries stays disabled. */
    static final Duration GRACE = Duration.ofHours(1);

    /** Where stores come from. */
    enum Kind implements Supplier<SharedStore> {
        MEMORY {
            @Override
            public SharedStore get() {
                ConnectionStore store = new MemoryStoreProvider().open("memory:");
                return new SharedStore(() -> store, store::close);
            }
        },
        H2 {
            @Override
            public SharedStore get() {
                String url = "jdbc:h2:mem:" + UUID.randomUUID();
                ConnectionStore keepsIt = JdbcStores.open(url);
                return new SharedStore(() -> JdbcStores.open(url), keepsIt::close);
            }
        },
        FILES {
            @Override
            public SharedStore get() {
                try {
                    ScratchFolder folder = ScratchFolder.create();
                    ConnectionStore store = FileStores.open(folder.path());
                    return new SharedStore(() -> store, () -> end(store, folder));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        },
        POSTGRESQL {
            @Override
            public SharedStore get() {
                TestDatabase database = PostgresServer.shared().newDatabase();
                return new SharedStore(() -> JdbcStores.open(database.url()), database::close);
            }
        }
    }

    private static void end(ConnectionStore store, ScratchFolder folder) {
        try (folder) {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConnectionRegistry open(MasterKey masterKey, Clock clock) {
        return open(opening.get(), masterKey, clock);
    }

    static ConnectionRegistry open(ConnectionStore store, MasterKey masterKey, Clock clock) {
        return Registries.builder()
                .storage(store)
                .masterKey(masterKey)
                .clock(clock)
                .keyGrace(GRACE)
                .cacheBytes(0)
                .open();
    }

    @Override
    public void close() {
        closing.run();
    }
}
