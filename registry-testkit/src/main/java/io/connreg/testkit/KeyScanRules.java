package io.connreg.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.StoredConnection;
import io.connreg.spi.WriteOutcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Rules K: scans over all rows, and over those that hold secrets of a key. */
public interface KeyScanRules extends StoreFixture {
    private static KeyId key(int value) {
        return new KeyId(value);
    }

    @Test
    @DisplayName("K1: a scan walks all rows of all workspaces by id, whoever created them and when")
    default void aScanWalksAllRows(ConnectionStore store) {
        SampleRow a = SampleRow.of("a").createdLater(9).in("ws-3");
        SampleRow b = SampleRow.of("b").createdLater(1).creator("bob");
        SampleRow c = SampleRow.of("c").createdLater(5);
        StoreState.fill(store, c, a, b);
        assertEquals(stored(a, b, c), store.scan("", 10));
        assertEquals(stored(a, b), store.scan("", 2));
        assertEquals(stored(b, c), store.scan("a", 2));
        assertEquals(stored(c), store.scan("bb", 2));
        assertEquals(List.of(), store.scan("c", 2));
    }

    @Test
    @DisplayName("K2: a scan goes on behind a row that was deleted, and sees what came in behind it")
    default void aScanGoesOnBehindADeletedRow(ConnectionStore store) {
        SampleRow d = SampleRow.of("d");
        StoreState.fill(store, SampleRow.of("a"), SampleRow.of("b"), d);
        assertEquals(WriteOutcome.DONE, store.delete("b", 1));
        SampleRow c = SampleRow.of("c");
        StoreState.fill(store, c);
        assertEquals(stored(c, d), store.scan("b", 10));
    }

    @Test
    @DisplayName("K3: a scan by key walks the rows that hold a secret of that key, each once")
    default void aScanByKeyWalksTheRowsOfTheKey(ConnectionStore store) {
        SampleRow a = SampleRow.of("a").sealed(key(1), 2);
        SampleRow b = SampleRow.of("b").sealed(key(-1), 1);
        SampleRow c = SampleRow.of("c").sealed(key(1), 1).sealed(key(-1), 1);
        SampleRow d = SampleRow.of("d").sealed(key(1), 1);
        StoreState.fill(store, d, c, b, a, SampleRow.of("e"));
        assertEquals(stored(a, c, d), store.scanByKey(key(1), "", 10));
        assertEquals(stored(a, c), store.scanByKey(key(1), "", 2));
        assertEquals(stored(c, d), store.scanByKey(key(1), "a", 2));
        assertEquals(stored(b, c), store.scanByKey(key(-1), "", 10));
        assertEquals(List.of(), store.scanByKey(key(2), "", 10));
    }

    @Test
    @DisplayName("K4: secrets are counted by key, over all rows; a key without any is missing")
    default void secretsAreCountedByKey(ConnectionStore store) {
        assertEquals(Map.of(), store.countSecretsByKey());
        StoreState.fill(
                store,
                SampleRow.of("a").sealed(key(1), 2).sealed(key(0x80000000), 1),
                SampleRow.of("b").in("ws-2").sealed(key(1), 40),
                SampleRow.of("c"));
        assertEquals(Map.of(key(1), 42L, key(0x80000000), 1L), store.countSecretsByKey());
    }

    @Test
    @DisplayName("K5: replacing and deleting rows moves them in scans and counts by key")
    default void countsFollowTheRows(ConnectionStore store) {
        SampleRow a = SampleRow.of("a").sealed(key(1), 2).sealed(key(2), 1);
        SampleRow b = SampleRow.of("b").sealed(key(1), 1);
        StoreState.fill(store, a, b);
        SampleRow moved = a.resealed().sealed(key(1), 0).sealed(key(2), 3);
        assertEquals(WriteOutcome.DONE, store.replace(moved.write()));
        assertEquals(Map.of(key(1), 1L, key(2), 3L), store.countSecretsByKey());
        assertEquals(stored(b), store.scanByKey(key(1), "", 10));
        assertEquals(stored(moved), store.scanByKey(key(2), "", 10));
        assertEquals(WriteOutcome.DONE, store.delete("b", 1));
        assertEquals(Map.of(key(2), 3L), store.countSecretsByKey());
        assertEquals(List.of(), store.scanByKey(key(1), "", 10));
    }

    private static List<StoredConnection> stored(SampleRow... rows) {
        return List.of(rows).stream().map(SampleRow::stored).toList();
    }
}
