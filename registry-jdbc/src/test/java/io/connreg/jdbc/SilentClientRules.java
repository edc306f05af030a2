package io.connreg.jdbc;

import static io.connreg.jdbc.Deed.version;
import static io.connreg.spi.WriteOutcome.DONE;
import static io.connreg.spi.WriteOutcome.REVISION_MISMATCH;
import static io.connreg.spi.WriteOutcome.SLOT_CHANGED;
import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.KeySlot;
import io.connreg.spi.WriteOutcome;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds where a server ends the transactions of clients that say nothing. */
abstract class SilentClientRules extends DatabaseRules {
    private static final JdbcOptions OPTIONS = JdbcOptions.DEFAULT.statementTimeout(Duration.ofSeconds(1));
    /** In the middle of a replacement, whatever the driver sends: behind what replaces the row, and before the commit. */
    private static final int IN_THE_MIDDLE = 4;

    private static final String ROWS_NOT_LOCKED =
            "select count(*) from (select 1 from connreg_connection for update skip locked) free";

    private final ExecutorService client = Executors.newSingleThreadExecutor();
    private Wire wire;
    private ConnectionStore straight;
    private ConnectionStore store;

    SilentClientRules(Kind kind) {
        super(kind);
    }

    @BeforeEach
    void open() throws IOException {
        straight = JdbcStores.open(database.url());
        wire = new Wire(database.url());
        store = opened(wire.url(database.url()), OPTIONS);
        assertThat(straight.insert(version("c-1", 1))).isEqualTo(DONE);
    }

    ConnectionStore opened(String url, JdbcOptions options) {
        return JdbcStores.open(url, options);
    }

    @AfterEach
    void close() throws IOException {
        wire.letGo();
        wire.close();
        client.shutdown();
        store.close();
        straight.close();
    }

    /** Returns when the server has ended it. */
    private Future<WriteOutcome> silenced(Function<ConnectionStore, WriteOutcome> write) {
        store.find("so that there is a connection");
        wire.holdAt(IN_THE_MIDDLE);
        Future<WriteOutcome> answer = client.submit(() -> write.apply(store));
        wire.awaitCut();
        Sessions.await(database.url(), ROWS_NOT_LOCKED, 0);
        Sessions.await(database.url(), ROWS_NOT_LOCKED, 1);
        assertThat(answer.isDone()).isFalse();
        return answer;
    }

    @Test
    void whatItHadNotCommittedIsUndoneAndDoneAgainWhenItGoesOn() throws Exception {
        Future<WriteOutcome> answer = silenced(to -> to.replace(version("c-1", 2)));
        assertThat(Contents.ofRows("c-1").apply(database.url())).isEqualTo(Contents.row(1));
        wire.letGo();
        assertThat(answer.get()).isEqualTo(DONE);
        assertThat(Contents.ofRows("c-1").apply(database.url())).isEqualTo(Contents.row(2));
    }

    @Test
    void whoeverWasFirstMeanwhileStaysSo() throws Exception {
        Future<WriteOutcome> answer = silenced(to -> to.replace(version("c-1", 2)));
        ConnectionWrite first = Rows.withDocument(version("c-1", 2), "{}");
        assertThat(straight.replace(first)).isEqualTo(DONE);
        wire.letGo();
        assertThat(answer.get()).isEqualTo(REVISION_MISMATCH);
        assertThat(store.find("c-1")).contains(first.row());
    }

    @Test
    void whatItHadSealedWithAKeyThatWasChangedMeanwhileIsRefused() throws Exception {
        assertThat(straight.replaceSlot(new KeySlot(1, "old"))).isEqualTo(DONE);
        Future<WriteOutcome> answer = silenced(to -> to.replace(Rows.guarded(version("c-1", 2), 1)));
        assertThat(straight.replaceSlot(new KeySlot(2, "new"))).isEqualTo(DONE);
        wire.letGo();
        assertThat(answer.get()).isEqualTo(SLOT_CHANGED);
        assertThat(Contents.ofRows("c-1").apply(database.url())).isEqualTo(Contents.row(1));
    }
}
