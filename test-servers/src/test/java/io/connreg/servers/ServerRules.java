package io.connreg.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What holds for every kind of server. */
interface ServerRules {
    int BEFORE_THE_KILL = 300;

    Product product();

    DatabaseServer shared();

    OwnServer start();

    /** A file without which the server does not start. */
    String vital();

    @Test
    default void databasesDoNotSeeEachOther() throws SQLException {
        try (TestDatabase one = shared().newDatabase();
                TestDatabase other = shared().newDatabase()) {
            execute(one.url(), "create table t (id int primary key)");
            execute(one.url(), "insert into t values (1)");
            execute(other.url(), "create table t (id int primary key)");

            assertThat(count(one.url(), "t")).isEqualTo(1);
            assertThat(count(other.url(), "t")).isZero();
        }
    }

    @Test
    default void aClosedDatabaseIsGoneWhoeverWasConnected() throws SQLException {
        TestDatabase database = shared().newDatabase();
        try (Connection connection = DriverManager.getConnection(database.url())) {
            assertThat(connection.isValid(0)).isTrue();
            database.close();

            assertThatThrownBy(() -> execute(database.url(), "select 1")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    default void aServerThatRunsIsUsedWhereAPropertyNamesIt() throws SQLException {
        System.setProperty(product().property(), shared().adminUrl());
        try {
            DatabaseServer running = OwnServer.unlessOneRuns(product());
            assertThat(running).isNotInstanceOf(OwnServer.class);
            try (TestDatabase database = running.newDatabase()) {
                execute(database.url(), "create table t (id int primary key)");
            }
        } finally {
            System.clearProperty(product().property());
        }
    }

    @Test
    default void aUrlOfAnotherFormIsRefusedWithTheFormItShouldHave() {
        assertThatThrownBy(() -> Databases.running(product(), "jdbc:other:canary"))
                .hasMessageContainingAll(product().property(), product().urlForm())
                .hasMessageNotContaining("canary");
    }

    @Test
    default void whereNoneCanBeStartedItFailsAndSaysWhatToDo() {
        String architecture = System.getProperty("os.arch");
        System.setProperty("os.arch", "another");
        try {
            assertThatThrownBy(this::start)
                    .hasMessageContainingAll(
                            product() + " cannot be started",
                            "Linux on amd64",
                            "-D" + product().property() + "=");
        } finally {
            System.setProperty("os.arch", architecture);
        }
    }

    @Test
    default void whatWasAcknowledgedIsThereAfterAKill() throws Exception {
        Path folder;
        List<ProcessHandle> processes;
        try (OwnServer server = start();
                TestDatabase database = server.newDatabase()) {
            execute(database.url(), "create table t (id int primary key)");
            int acknowledged = insertUntilKilled(server, database.url());
            server.restart();

            assertThat(acknowledged).isGreaterThanOrEqualTo(BEFORE_THE_KILL);
            assertThat(count(database.url(), "t where id <= " + acknowledged)).isEqualTo(acknowledged);
            folder = server.place().folder();
            processes = server.place().processes();
            assertThat(processes).isNotEmpty();
        }
        assertThat(folder).doesNotExist();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
    }

    /** The last number, counted from 1, that was acknowledged. */
    private static int insertUntilKilled(OwnServer server, String url) throws InterruptedException, ExecutionException {
        AtomicInteger acknowledged = new AtomicInteger();
        FutureTask<?> kill = new FutureTask<>(server::kill, null);
        assertThatThrownBy(() -> {
                    try (Connection connection = DriverManager.getConnection(url);
                            Statement insert = connection.createStatement()) {
                        for (int id = 1; ; id++) {
                            insert.execute("insert into t values (" + id + ")");
                            acknowledged.set(id);
                            if (id == BEFORE_THE_KILL) {
                                new Thread(kill).start();
                            }
                        }
                    }
                })
                .isInstanceOf(SQLException.class);
        kill.get();
        return acknowledged.get();
    }

    @Test
    default void aServerThatCannotStartSaysWhyWithTheEndOfItsLog() throws IOException {
        try (OwnServer server = start()) {
            assertThatThrownBy(server::restart).hasMessageContaining("runs");
            server.kill();
            Files.delete(server.place().data().resolve(vital()));

            assertThatThrownBy(server::restart)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContainingAll(
                            product() + " did not start, exit code",
                            Path.of(vital()).getFileName().toString(),
                            product().property());
        }
    }

    @Test
    default void theUserOfDatabasesIsNoAdministrator() throws SQLException {
        try (OwnServer server = start();
                TestDatabase database = server.newDatabase()) {
            String statement = "create user somebody_else";
            assertThatThrownBy(() -> execute(database.url(), statement)).isInstanceOf(SQLException.class);
            execute(server.adminUrl(), statement);
        }
    }

    @Test
    @Tag("slow")
    default void aJvmThatEndsLeavesNothing() throws IOException {
        leavesNothing(jvm -> jvm.outputWriter().close());
    }

    @Test
    @Tag("slow")
    default void aJvmThatIsKilledLeavesNothing() throws IOException {
        leavesNothing(jvm -> jvm.toHandle().destroyForcibly());
    }

    /** What ends a JVM. */
    @FunctionalInterface
    interface End {
        void of(Process jvm) throws IOException;
    }

    private void leavesNothing(End end) throws IOException {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerOfAnotherJvm.class.getName(),
                        product().toString())
                .start();
        try {
            Path folder = Path.of(jvm.inputReader().readLine());
            assertThat(Place.processes(folder)).isNotEmpty();

            end.of(jvm);
            // They end when the watchdog does, which holds them too.
            byte[] errors = jvm.getErrorStream().readAllBytes();

            assertThat(folder).as(new String(errors, StandardCharsets.UTF_8)).doesNotExist();
            assertThat(Place.processes(folder)).isEmpty();
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static void execute(String url, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    private static int count(String url, String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement made = connection.createStatement();
                ResultSet rows = made.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
