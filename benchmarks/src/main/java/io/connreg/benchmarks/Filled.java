package io.connreg.benchmarks;

import io.connreg.Caller;
import io.connreg.core.MasterKey;
import io.connreg.spi.ConnectionWrite;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Fills a storage with numbered connections, each made by the registry itself and stored by plain JDBC in batches. */
final class Filled {
    private static final int BATCH = 50_000;

    private Filled() {}

    /** Returns every hundredth id. */
    static List<String> with(int rows, Storage storage, MasterKey key) throws SQLException {
        TickingClock clock = new TickingClock();
        List<String> ids = new ArrayList<>();
        try (Recorded recorded = new Recorded(storage.store(), key, clock);
                Connection connection = storage.plain().getConnection()) {
            connection.setAutoCommit(false);
            List<ConnectionWrite> batch = new ArrayList<>();
            for (int number = 0; number < rows; number++) {
                clock.tick();
                Caller creator = Caller.user(Samples.creator(number)).administratorOfAll();
                batch.add(recorded.row(creator, Samples.numbered(number)));
                if (number % 100 == 0) {
                    ids.add(batch.get(batch.size() - 1).head().id());
                }
                if (batch.size() == BATCH || number == rows - 1) {
                    // H2 writes each page of an index that was touched: sorted, each is touched once a batch.
                    batch.sort(Comparator.comparing(write -> write.head().id()));
                    PlainWrites.insertAll(storage, connection, batch);
                    batch.clear();
                }
            }
            connection.setAutoCommit(true);
            try (Statement statistics = connection.createStatement()) {
                statistics.execute(storage.kind() == Storage.Kind.H2 ? "analyze" : "vacuum analyze");
            }
        }
        return ids;
    }

    /** Some milliseconds on at each tick, so that times differ. */
    private static final class TickingClock extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void tick() {
            now = now.plus(7, ChronoUnit.MILLIS);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
