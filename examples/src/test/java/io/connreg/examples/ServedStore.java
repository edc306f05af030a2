package io.connreg.examples;

import io.connreg.servers.PostgresServer;
import io.connreg.servers.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.h2.store.fs.FileUtils;
import org.h2.tools.Server;

/**
 * An empty database on a server, for many processes.
 *
 * @param underWay asks for the transactions that have changed something, or may be doing so, each by a name of its own
 * @param endsSilent whether the server ends transactions of clients that were stopped
 */
record ServedStore(String url, String underWay, boolean endsSilent, Runnable end) implements AutoCloseable {
    private static final long LONGEST_WAIT = TimeUnit.MINUTES.toNanos(2);

    /** Where they come from. */
    enum Kind {
        H2 {
            @Override
            ServedStore start() throws IOException, SQLException {
                Path folder = Files.createTempDirectory("connreg-h2-");
                Server server = Server.createTcpServer(
                                "-tcpPort", "0", "-tcpDaemon", "-ifNotExists", "-baseDir", folder.toString())
                        .start();
                return new ServedStore(
                        "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/./registry",
                        "select session_id from information_schema.sessions where session_id <> session_id()"
                                + " and (contains_uncommitted or session_state <> 'SLEEP')",
                        false,
                        () -> {
                            server.stop();
                            FileUtils.deleteRecursive(folder.toString(), false);
                        });
            }
        },
        POSTGRESQL {
            @Override
            ServedStore start() {
                TestDatabase database = PostgresServer.shared().newDatabase();
                return new ServedStore(
                        database.url(),
                        "select pid || ' ' || xact_start from pg_stat_activity"
                                + " where datname = current_database() and pid <> pg_backend_pid()"
                                + " and xact_start is not null",
                        true,
                        database::close);
            }
        };

        abstract ServedStore start() throws IOException, SQLException;
    }

    /** Returns when each transaction that is under way now has ended: what a key's grace is for. */
    void awaitTransactions() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            long begun = System.nanoTime();
            Set<String> left = names(statement);
            while (!left.isEmpty()) {
                if (System.nanoTime() - begun > LONGEST_WAIT) {
                    throw new AssertionError("transactions that do not end: " + left);
                }
                left.retainAll(names(statement));
            }
        }
    }

    private Set<String> names(Statement statement) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet rows = statement.executeQuery(underWay)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    @Override
    public void close() {
        end.run();
    }
}
