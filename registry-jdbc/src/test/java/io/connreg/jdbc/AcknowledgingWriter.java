package io.connreg.jdbc;

import static io.connreg.spi.WriteOutcome.DONE;

import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ConnectionWrite;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes until it is killed, and prints what the store has acknowledged, a line each, as id, space, row version. */
final class AcknowledgingWriter {
    private static final int THREADS = 4;

    private AcknowledgingWriter() {}

    public static void main(String[] arguments) throws SQLException {
        String url = arguments[0];
        try (ConnectionStore store = JdbcStores.open(url);
                Connection other = DriverManager.getConnection(url);
                Statement behindItsBack = other.createStatement()) {
            if (url.startsWith("jdbc:h2:")) {
                behindItsBack.execute("set write_delay 5000");
            }
            Threads.each(THREADS, n -> write(store, n));
        }
    }

    private static boolean write(ConnectionStore store, int thread) {
        for (int i = 0; ; i++) {
            ConnectionWrite row = Deed.version("c-" + thread + "-" + i, 1);
            if (store.insert(row) == DONE) {
                print(row);
            }
            ConnectionWrite next = Deed.version(row.head().id(), 2);
            if (store.replace(next) == DONE) {
                print(next);
            }
        }
    }

    private static void print(ConnectionWrite acknowledged) {
        System.out.println(acknowledged.head().id() + " " + acknowledged.head().rowVersion());
    }
}
