package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ValidationResult.Failure;
import io.connreg.spi.ProbeException;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** With all that drivers log at their most talkative, the password is in none of it. */
final class ProbeSilenceTest {
    private static final String CANARY = "c4nary-Zq79vX2";

    private final Logger root = Logger.getLogger("");
    private final Level usual = root.getLevel();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord said) {
            heard.add(said.getLoggerName() + " " + new SimpleFormatter().format(said));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        root.setLevel(Level.ALL);
        root.addHandler(ear);
    }

    @AfterEach
    void listenNoMore() {
        root.removeHandler(ear);
        root.setLevel(usual);
    }

    @Test
    void ofPostgreSqlsDriver() {
        ProbeRules.on(Kind.POSTGRESQL, server -> {
            heard.clear(); // how the database was made is none of the probe's business
            assertThat(server.probe()).isEmpty();
            assertThat(heard)
                    .anyMatch(said -> said.startsWith("org.postgresql"))
                    .noneMatch(said -> said.contains(server.password()));
        });
        wrongLoginIsSilent(Kind.POSTGRESQL);
    }

    @Test
    @Tag("mariadb")
    void ofMariaDbsDriver() {
        wrongLoginIsSilent(Kind.MARIADB);
    }

    private void wrongLoginIsSilent(Kind kind) {
        ProbeRules.on(
                kind,
                server -> assertThat(server.withLogin(server.user(), CANARY).probe())
                        .contains(Failure.LOGIN_REFUSED));
        assertThat(heard).noneMatch(said -> said.contains(CANARY));
    }

    @Test
    void ofAMissingDriver() throws ProbeException, IOException {
        ProbedServer server = new ProbedServer("sqlserver", "127.0.0.1", 1, "orders", "app", CANARY);

        try (ProbedServer.Run run = new ProbedServer.Run()) {
            assertThat(new JdbcProbe().probe(server.spec(), run)).contains(Failure.NO_PROBE);
        }
        assertThat(heard)
                .anyMatch(said -> said.contains("com.microsoft.sqlserver:mssql-jdbc"))
                .noneMatch(said -> said.contains(CANARY));
    }
}
