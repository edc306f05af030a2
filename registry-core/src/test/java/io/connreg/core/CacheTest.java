package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import io.connreg.ConnectionNotFoundException;
import io.connreg.ConnectionView;
import io.connreg.StorageException;
import io.connreg.UpdateConnection;
import io.connreg.testkit.SampleRow;
import org.junit.jupiter.api.Test;

final class CacheTest {
    private final Desk desk = new Desk();

    @Test
    void aSecondReadDoesNotAskTheStoreAndGivesTheSameView() {
        String id = desk.alice.create(Desk.ordersDb()).id();
        ConnectionView first = desk.alice.get(id);
        int finds = desk.store.finds;

        assertThat(desk.alice.get(id)).isSameAs(first);
        desk.alice.open(id).close();
        assertThat(desk.store.finds).isEqualTo(finds);
    }

    @Test
    void thatThereIsNoneIsNotRemembered() {
        String id = desk.alice.create(Desk.ordersDb()).id();
        desk.store.hidden = true;
        assertThatThrownBy(() -> desk.alice.get(id)).isInstanceOf(ConnectionNotFoundException.class);

        desk.store.hidden = false;

        assertThat(desk.alice.get(id).id()).isEqualTo(id);
    }

    @Test
    void aFailedWriteLeavesReadsAsTheyWere() {
        ConnectionView before = desk.alice.create(Desk.ordersDb());
        desk.alice.get(before.id());
        desk.store.beforeReplace = () -> {
            throw new StorageException("the disk is full");
        };

        assertThatThrownBy(
                        () -> desk.alice.update(UpdateConnection.of(before.id()).description("lost")))
                .isInstanceOf(StorageException.class);
        assertThat(desk.alice.get(before.id())).isEqualTo(before);
    }

    @Test
    void aWriteThatFailedAfterItHappenedIsSeen() {
        String id = desk.alice.create(Desk.ordersDb()).id();
        desk.alice.get(id);
        desk.store.afterReplace = () -> {
            desk.alice.get(id);
            throw new StorageException("the connection to the database is lost");
        };

        assertThatThrownBy(() -> desk.alice.update(UpdateConnection.of(id).description("new")))
                .isInstanceOf(StorageException.class);
        assertThat(desk.alice.get(id).description()).isEqualTo("new");
    }

    @Test
    void whatIsLoadedWhileAllIsClearedDoesNotStay() {
        EditedStore store = new EditedStore();
        SampleRow row = SampleRow.of("conn-0");
        store.insert(row.write());
        ConnectionCache cache = new ConnectionCache(store, 1_000_000, Ticker.disabledTicker());
        store.row = loaded -> {
            cache.clear();
            return loaded;
        };
        assertThat(cache.find(row.id())).isPresent();

        store.real.delete(row.id(), 1);

        assertThat(cache.find(row.id())).isEmpty();
    }
}
