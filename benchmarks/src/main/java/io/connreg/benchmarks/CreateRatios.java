package io.connreg.benchmarks;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ConnectionWrite;
import io.connreg.spi.StoredConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Durable creates. The other side stores the same bytes, which it need not make: no checks, no JSON, no sealing. */
final class CreateRatios {
    private static final String OPERATION = "create, two secrets";
    static final String KILL = "kill of the process: yes; power loss: no";
    static final String POWER = "kill of the process: yes; power loss: yes";

    private final Storage storage;
    private final Rounds turns;
    private final Connections connections;
    private final ConnectionWrite sample;
    private final AtomicLong names = new AtomicLong();

    private CreateRatios(Storage storage, Rounds turns, Connections connections, ConnectionWrite sample) {
        this.storage = storage;
        this.turns = turns;
        this.connections = connections;
        this.sample = sample;
    }

    static List<Answer> measure(Settings settings) throws Exception {
        return Each.storage(settings, CreateRatios::measure);
    }

    private static List<Answer> measure(Settings settings, Storage storage) throws Exception {
        MasterKey key = MasterKey.line(MasterKey.generate());
        ConnectionWrite sample;
        try (Recorded recorded = new Recorded(storage.store(), key, Clock.systemUTC())) {
            sample = recorded.row(Samples.administrator(), Samples.withTwoSecrets("sample"));
        }
        try (ConnectionRegistry registry =
                Registries.builder().storage(storage.store()).masterKey(key).open()) {
            CreateRatios ratios =
                    new CreateRatios(storage, settings.turns(), registry.actingAs(Samples.administrator()), sample);
            return storage.kind() == Storage.Kind.H2 ? ratios.h2() : ratios.postgreSql();
        }
    }

    private List<Answer> h2() throws Exception {
        List<Answer> answers = new ArrayList<>();
        answers.add(turns.compare(
                question("plain JDBC, write delay 0, checkpoint after each commit", KILL, "≤ 1.11"),
                this::create,
                () -> onConnection(connection -> {
                    PlainWrites.insertInTransaction(storage, connection, fresh());
                    try (Statement checkpoint = connection.createStatement()) {
                        checkpoint.execute("checkpoint");
                    }
                })));
        answers.add(turns.compare(
                question(
                        "plain JDBC, write delay 0, no checkpoint",
                        KILL + "; the other side's commits: mostly",
                        "≤ 1.11"),
                this::create,
                () -> onConnection(connection -> PlainWrites.insertInTransaction(storage, connection, fresh()))));
        return answers;
    }

    private List<Answer> postgreSql() throws Exception {
        List<Answer> answers = new ArrayList<>();
        String plain = "plain JDBC from a pool, one statement, autocommit";
        for (int threads : List.of(1, 8)) {
            answers.add(turns.compare(
                    question(plain, POWER, threads == 1 ? "≤ 1.18" : "≤ 1.05"),
                    threads,
                    this::create,
                    () -> onConnection(connection -> PlainWrites.insertAtOnce(storage, connection, fresh()))));
        }
        return answers;
    }

    private Question question(String against, String durability, String reach) {
        return new Question("create", OPERATION, against, storage.shown(), durability, reach);
    }

    private void create() {
        connections.create(Samples.withTwoSecrets("by-registry-" + names.incrementAndGet()));
    }

    /** The sample under another id and name, at random places of the indexes as the registry's are. */
    private ConnectionWrite fresh() {
        ConnectionHead head = sample.head();
        ConnectionHead next = new ConnectionHead(
                "conn-" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 62), Character.MAX_RADIX),
                head.workspaceId(),
                "by-hand-" + names.incrementAndGet(),
                head.type(),
                head.accessibility(),
                head.creator(),
                head.createdMicros() + names.get(),
                head.modifiedMicros(),
                head.revision(),
                head.rowVersion());
        return new ConnectionWrite(new StoredConnection(next, sample.row().document()), sample.terms(), sample.guard());
    }

    /** Statements on one connection. */
    @FunctionalInterface
    private interface Statements {
        void run(Connection connection) throws SQLException;
    }

    private void onConnection(Statements statements) throws SQLException {
        try (Connection connection = storage.plain().getConnection()) {
            statements.run(connection);
        }
    }
}
