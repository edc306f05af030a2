package io.connreg.jdbc;

import static io.connreg.jdbc.Deed.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.connreg.StorageException;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds on every kind of database when connections break. */
abstract class LostConnectionRules extends DatabaseRules {
    private Wire wire;
    private ConnectionStore straight;
    private ConnectionStore store;
    private int attempts;

    LostConnectionRules(Kind kind) {
        super(kind);
    }

    @BeforeEach
    void open() throws IOException {
        straight = JdbcStores.open(database.url());
        wire = new Wire(database.url());
        store = JdbcStores.open(wire.url(database.url()));
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        store.close();
        straight.close();
    }

    @ParameterizedTest
    @EnumSource(Wire.Cut.class)
    void aWriteIsDoneOnceWhereverItsConnectionIsCut(Wire.Cut how) {
        for (Deed deed : Deed.values()) {
            int request = 1;
            while (isDoneThoughCut(deed, request, how)) {
                request++;
            }
            assertThat(request).as("requests of " + deed).isGreaterThan(1);
        }
    }

    private boolean isDoneThoughCut(Deed deed, int request, Wire.Cut how) {
        Deed.Attempt attempt = deed.prepare(straight, attempts++);
        store.find("so that there is a connection");
        wire.cutAt(request, how);
        Object answer = attempt.act().apply(store);
        boolean cut = wire.wasCut();
        String what = deed + ", cut at request " + request + " " + how;
        assertThat(answer).as(what).isEqualTo(attempt.done());
        assertThat(attempt.contents().apply(database.url())).as(what).isEqualTo(attempt.after());
        return cut;
    }

    @ParameterizedTest
    @EnumSource(Wire.Cut.class)
    void aReadIsAnsweredThoughItsConnectionIsCut(Wire.Cut how) {
        straight.insert(version("c-1", 1));
        ListScope all = new ListScope("alice", List.of(Grant.everywhere(Reach.ALL)));
        List<Function<ConnectionStore, Object>> reads = List.of(
                from -> from.find("c-1"),
                from -> from.count(all, ConnectionFilter.ALL),
                from -> from.scan("", 9),
                from -> from.slot(),
                from -> from.countSecretsByKey());
        for (Function<ConnectionStore, Object> read : reads) {
            store.find("so that there is a connection");
            wire.cutAt(1, how);
            assertThat(read.apply(store)).isEqualTo(read.apply(straight));
            assertThat(wire.wasCut()).isTrue();
        }
    }

    /** It is held up by another session's lock, and goes on when its client is gone. */
    @Test
    void aWriteThatTheServerIsStillBusyWithIsWaitedFor() throws SQLException {
        straight.insert(version("any", 1));
        straight.replaceSlot(new KeySlot(1, "keys"));
        for (Deed deed : Deed.values()) {
            Deed.Attempt attempt = deed.prepare(straight, attempts++);
            CompletableFuture<Object> answer;
            try (Connection other = DriverManager.getConnection(database.url())) {
                other.setAutoCommit(false);
                Sessions.execute(other, kind.lock.split(";"));
                answer = CompletableFuture.supplyAsync(() -> attempt.act().apply(store));
                if (deed != Deed.INSERT || kind != Kind.H2) {
                    Sessions.await(database.adminUrl(), kind.waiting, 1);
                    wire.hangUp();
                    Sessions.await(database.adminUrl(), kind.waiting, 2);
                }
                other.rollback();
            }
            assertThat(answer.join()).as(deed + "").isEqualTo(attempt.done());
            Sessions.await(database.adminUrl(), kind.waiting, 0);
            assertThat(attempt.contents().apply(database.url())).isEqualTo(attempt.after());
        }
    }

    @Test
    void whenTheServerIsGoneForGoodTheFailureSaysWhatIsKnown() throws IOException, InterruptedException {
        List<Deed.Attempt> attempts = Arrays.stream(Deed.values())
                .map(deed -> deed.prepare(straight, 0))
                .toList();
        store.find("so that there is a connection");
        wire.shut();
        wire.cutAt(1, Wire.Cut.AFTER_IT_HAS_ANSWERED);
        CompletableFuture<Throwable> cut = CompletableFuture.supplyAsync(
                () -> catchThrowable(() -> attempts.get(0).act().apply(store)));
        wire.awaitCut();
        assertThat(catchThrowable(() -> store.find("so that no dead connection is left")))
                .isInstanceOf(StorageException.class);
        List<Throwable> later = Threads.each(
                4, n -> catchThrowable(() -> attempts.get(n + 1).act().apply(store)));

        assertThat(cut.join())
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("insert connection 'insert-0'")
                .hasMessageContaining("If it was a write, read again to know whether it happened");
        assertThat(later)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(StorageException.class)
                        .hasMessageContaining("there is no connection to the database. Nothing was written"));
    }
}
