package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Accessibility;
import io.connreg.spi.ConnectionHead;
import io.connreg.testkit.SampleRow;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another process does to a row is seen a second after it was loaded, and before that it is read from memory. */
final class ExpiryTest {
    private static final SampleRow ROW = SampleRow.of("conn-0").accessibility(Accessibility.PUBLIC);

    private final EditedStore store = new EditedStore();
    private final AtomicLong nanos = new AtomicLong();

    @BeforeEach
    void storeOneRow() {
        store.insert(ROW.write());
        store.ownedAlone = false;
    }

    @Test
    void aRowIsReadFromMemoryUntilASecondAfterItWasLoaded() {
        ConnectionCache cache = cacheWithTheRow();
        int finds = store.finds;

        pass(Duration.ofMillis(999));
        find(cache);
        assertThat(store.finds).isEqualTo(finds);

        pass(Duration.ofMillis(1));
        find(cache);
        assertThat(store.finds).isEqualTo(finds + 1);
    }

    @Test
    void readingDoesNotProlongTheSecond() {
        ConnectionCache cache = cacheWithTheRow();
        store.real.replace(ROW.next().write());

        for (int tenth = 1; tenth < 10; tenth++) {
            pass(Duration.ofMillis(100));
            assertThat(find(cache)).map(ConnectionHead::revision).contains(1L);
        }

        pass(Duration.ofMillis(100));
        assertThat(find(cache)).map(ConnectionHead::revision).contains(2L);
    }

    @Test
    void theSecondIsCountedFromBeforeTheStoreIsAsked() {
        store.row = row -> {
            pass(Duration.ofMillis(600));
            return row;
        };
        ConnectionCache cache = cacheWithTheRow();
        store.real.delete(ROW.id(), 1);

        pass(Duration.ofMillis(399));
        assertThat(find(cache)).isPresent();
        pass(Duration.ofMillis(1));
        assertThat(find(cache)).isEmpty();
    }

    @Test
    void aRowThatTookASecondToLoadIsNotKept() {
        store.row = row -> {
            pass(Duration.ofSeconds(5));
            return row;
        };
        ConnectionCache cache = cacheWithTheRow();
        store.real.delete(ROW.id(), 1);

        assertThat(find(cache)).isEmpty();
    }

    @Test
    void aDeleteOfAnotherProcessIsSeenAfterASecond() {
        ConnectionCache cache = cacheWithTheRow();
        store.real.delete(ROW.id(), 1);
        assertThat(find(cache)).isPresent();

        pass(Duration.ofSeconds(1));
        assertThat(find(cache)).isEmpty();
    }

    @Test
    void aRevocationByAnotherProcessIsSeenAfterASecond() {
        ConnectionCache cache = cacheWithTheRow();
        store.real.replace(ROW.next().accessibility(Accessibility.PRIVATE).write());
        assertThat(find(cache)).map(ConnectionHead::accessibility).contains(Accessibility.PUBLIC);

        pass(Duration.ofSeconds(1));
        assertThat(find(cache)).map(ConnectionHead::accessibility).contains(Accessibility.PRIVATE);
    }

    @Test
    void whatNobodyElseCanChangeIsKeptForGood() {
        store.ownedAlone = true;
        ConnectionCache cache = cacheWithTheRow();
        int finds = store.finds;

        pass(Duration.ofDays(365));
        find(cache);

        assertThat(store.finds).isEqualTo(finds);
    }

    private ConnectionCache cacheWithTheRow() {
        ConnectionCache cache = new ConnectionCache(store, 1_000_000, nanos::get);
        assertThat(find(cache)).isPresent();
        return cache;
    }

    private static Optional<ConnectionHead> find(ConnectionCache cache) {
        return cache.find(ROW.id()).map(SealedConnection::head);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
