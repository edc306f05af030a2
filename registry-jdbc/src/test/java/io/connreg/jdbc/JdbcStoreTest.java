package io.connreg.jdbc;

import static io.connreg.jdbc.Rows.KEY;
import static io.connreg.jdbc.Rows.guarded;
import static io.connreg.jdbc.Rows.next;
import static io.connreg.jdbc.Rows.row;
import static io.connreg.jdbc.Rows.withDocument;
import static io.connreg.spi.WriteOutcome.DONE;
import static io.connreg.spi.WriteOutcome.MISSING;
import static io.connreg.spi.WriteOutcome.NAME_TAKEN;
import static io.connreg.spi.WriteOutcome.REVISION_MISMATCH;
import static io.connreg.spi.WriteOutcome.SLOT_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.KeyId;
import io.connreg.StorageException;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class JdbcStoreTest {
    private final ConnectionStore store = JdbcStores.open("jdbc:h2:mem:store");

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRowIsFoundAsItWasInsertedByIdAndByName() {
        ConnectionWrite row = withDocument(row("c-1", "Örders 😀"), "{\"x\":\"" + "é".repeat(500_000) + "\"}");
        assertThat(store.insert(row)).isEqualTo(DONE);
        assertThat(store.find("c-1")).contains(row.row());
        assertThat(store.findByName("ws", "Örders 😀")).contains(row.row());
    }

    @Test
    void aDocumentOfAMebibyteIsKept() {
        ConnectionWrite row = withDocument(row("c-1", "big"), "x".repeat(1 << 20));
        assertThat(store.insert(row)).isEqualTo(DONE);
        assertThat(store.find("c-1")).contains(row.row());
    }

    @Test
    void whatCannotBeAnIdIsNotFound() {
        store.insert(row("?", "?"));
        for (String odd : List.of("", "\0", "\uD800", "c\0", "x".repeat(10_000), "' or 1=1 --", " ")) {
            assertThat(store.find(odd)).isEmpty();
            assertThat(store.findByName(odd, "?")).isEmpty();
            assertThat(store.findByName("ws", odd)).isEmpty();
            assertThat(store.delete(odd, 1)).isEqualTo(MISSING);
        }
    }

    @Test
    void theLongestNamesAndIdsFit() {
        String widest = "😀".repeat(128);
        ConnectionWrite row = row("😀".repeat(64), widest, widest, 1);
        assertThat(store.insert(row)).isEqualTo(DONE);
        assertThat(store.findByName(widest, widest)).contains(row.row());
    }

    @Test
    void aNameIsTakenInItsWorkspaceOnlyAndByExactlyThatName() {
        store.insert(row("c-1", "ws", "name", 1));
        assertThat(store.insert(row("c-2", "ws", "name", 1))).isEqualTo(NAME_TAKEN);
        assertThat(store.find("c-2")).isEmpty();
        assertThat(store.insert(row("c-3", "ws", "Name", 1))).isEqualTo(DONE);
        assertThat(store.insert(row("c-4", "ws", "name ", 1))).isEqualTo(DONE);
        assertThat(store.insert(row("c-5", "WS", "name", 1))).isEqualTo(DONE);
        assertThat(store.countSecretsByKey()).isEqualTo(Map.of(KEY, 8L));
    }

    @Test
    void anIdInUseIsAFailure() {
        store.insert(row("c-1", "one"));
        assertThatThrownBy(() -> store.insert(row("c-1", "other")))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("insert connection 'c-1' in jdbc:h2:mem:store")
                .hasMessageContaining("the id is in use");
        assertThat(store.findByName("ws", "other")).isEmpty();
    }

    @Test
    void aReplacementAsksForTheRowVersionBeforeAllElse() {
        ConnectionWrite first = row("c-1", "one");
        store.insert(first);
        store.insert(row("c-2", "two"));
        assertThat(store.replace(next(row("gone", "one"), "two"))).isEqualTo(MISSING);
        assertThat(store.replace(guarded(next(next(first, "two"), "two"), 9))).isEqualTo(REVISION_MISMATCH);
        assertThat(store.replace(guarded(next(first, "three"), 9))).isEqualTo(SLOT_CHANGED);
        assertThat(store.replace(next(first, "two"))).isEqualTo(NAME_TAKEN);
        assertThat(store.find("c-1")).contains(first.row());
        assertThat(store.replace(next(first, "three"))).isEqualTo(DONE);
        assertThat(store.find("c-1")).contains(next(first, "three").row());
        assertThat(store.countSecretsByKey()).isEqualTo(Map.of(KEY, 4L));
    }

    @Test
    void manyReplacementsAreJudgedEachOnItsOwn() {
        store.insert(row("c-1", "one"));
        store.insert(row("c-2", "two"));
        store.insert(row("c-3", "three"));
        assertThat(store.replaceAll(List.of(
                        next(row("c-1", "one"), "uno"),
                        next(row("c-2", "two"), "three"),
                        next(row("gone", "x"), "x"),
                        next(row("c-3", "three"), "tre"))))
                .containsExactly(DONE, NAME_TAKEN, MISSING, DONE);
        assertThat(store.findByName("ws", "uno")).isPresent();
        assertThat(store.findByName("ws", "two")).isPresent();
        assertThat(store.replaceAll(List.of())).isEmpty();
    }

    @Test
    void aRowIsDeletedAtItsVersionOnlyAndWithAllThatIsIndexed() {
        store.insert(row("c-1", "one"));
        assertThat(store.delete("c-1", 2)).isEqualTo(REVISION_MISMATCH);
        assertThat(store.delete("c-1", 1)).isEqualTo(DONE);
        assertThat(store.delete("c-1", 1)).isEqualTo(MISSING);
        assertThat(store.countSecretsByKey()).isEmpty();
    }

    @Test
    void theSlotMovesOneVersionAtATimeAndGuardsWrites() {
        assertThat(store.slot()).isEmpty();
        assertThat(store.replaceSlot(new KeySlot(2, "early"))).isEqualTo(SLOT_CHANGED);
        assertThat(store.insert(guarded(row("c-1", "one"), 1))).isEqualTo(SLOT_CHANGED);
        assertThat(store.replaceSlot(new KeySlot(1, ""))).isEqualTo(DONE);
        assertThat(store.replaceSlot(new KeySlot(1, "again"))).isEqualTo(SLOT_CHANGED);
        assertThat(store.insert(guarded(row("c-1", "one"), 1))).isEqualTo(DONE);
        assertThat(store.replaceSlot(new KeySlot(2, "x".repeat(1 << 16)))).isEqualTo(DONE);
        assertThat(store.slot()).contains(new KeySlot(2, "x".repeat(1 << 16)));
        assertThat(store.insert(guarded(row("c-2", "two"), 1))).isEqualTo(SLOT_CHANGED);
        assertThat(store.find("c-2")).isEmpty();
    }

    @Test
    void scansGoByCodePointAndKnowTheKeys() {
        for (String id : List.of("b", "😀", "～", "a")) {
            store.insert(row(id, id));
        }
        assertThat(store.scan("", 3)).extracting(row -> row.head().id()).containsExactly("a", "b", "～");
        assertThat(store.scan("～", 3)).extracting(row -> row.head().id()).containsExactly("😀");
        assertThat(store.scanByKey(KEY, "a", 2))
                .extracting(row -> row.head().id())
                .containsExactly("b", "～");
        assertThat(store.scanByKey(new KeyId(1), "", 2)).isEmpty();
    }

    @Test
    void aClosedStoreRefusesEverythingAndMayBeClosedAgain() {
        store.close();
        store.close();
        assertThatThrownBy(() -> store.find("c-1")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.replaceAll(List.of())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(store::countSecretsByKey).isInstanceOf(IllegalStateException.class);
    }
}
