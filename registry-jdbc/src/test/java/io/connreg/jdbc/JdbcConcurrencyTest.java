package io.connreg.jdbc;

import static io.connreg.jdbc.Rows.guarded;
import static io.connreg.jdbc.Rows.next;
import static io.connreg.jdbc.Rows.row;
import static io.connreg.spi.WriteOutcome.DONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import io.connreg.spi.WriteOutcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eight threads that want the same thing: one gets it, the others are told why not. */
final class JdbcConcurrencyTest {
    private static final int ROUNDS = 100;

    @TempDir
    Path dir;

    private ConnectionStore store;

    @BeforeEach
    void open() {
        store = JdbcStores.open("jdbc:h2:" + dir.resolve("db"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void oneOfManyGetsTheName() {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "name-" + round;
            assertThat(Threads.each(8, n -> store.insert(row(name + n, name))))
                    .containsOnly(DONE, WriteOutcome.NAME_TAKEN)
                    .containsOnlyOnce(DONE);
        }
    }

    @Test
    void oneOfManyReplacesARowVersion() {
        store.insert(row("c-1", "one"));
        for (int round = 0; round < ROUNDS; round++) {
            ConnectionWrite next = row("c-1", "ws", "one", round + 2);
            assertThat(Threads.each(8, n -> store.replace(next)))
                    .containsOnly(DONE, WriteOutcome.REVISION_MISMATCH)
                    .containsOnlyOnce(DONE);
        }
    }

    @Test
    void oneOfManyMovesTheSlotFromItsFirstVersionOn() {
        for (int round = 1; round <= ROUNDS; round++) {
            KeySlot next = new KeySlot(round, "keys");
            assertThat(Threads.each(8, n -> store.replaceSlot(next)))
                    .containsOnly(DONE, WriteOutcome.SLOT_CHANGED)
                    .containsOnlyOnce(DONE);
        }
    }

    @Test
    void aWriteThatBeginsAfterTheSlotHasMovedIsRefused() {
        store.replaceSlot(new KeySlot(1, "keys"));
        ConnectionWrite row = row("c-1", "one");
        store.insert(row);
        for (int round = 1; round <= ROUNDS; round++) {
            long version = round;
            ConnectionWrite next = next(row("c-1", "ws", "one", round), "one");
            List<WriteOutcome> last = Threads.each(8, n -> {
                if (n == 0) {
                    WriteOutcome moved = store.replaceSlot(new KeySlot(version + 1, "keys"));
                    assertThat(store.insert(guarded(row("late-" + version, "late-" + version), version)))
                            .isEqualTo(WriteOutcome.SLOT_CHANGED);
                    return moved;
                }
                return store.replace(guarded(next, version));
            });
            assertThat(last.get(0)).isEqualTo(DONE);
            if (!last.subList(1, 8).contains(DONE)) {
                assertThat(store.replace(guarded(next, version + 1))).isEqualTo(DONE);
            }
        }
    }
}
