package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ValidationResult.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the probe finds at a real server of a kind. */
final class ProbeRules {
    private ProbeRules() {}

    static void theRightLoginWorks(Kind kind, String... spellings) {
        on(kind, server -> {
            for (String spelling : spellings) {
                assertThat(server.ofType(spelling).probe()).as(spelling).isEmpty();
            }
            assertThat(ProbedServer.probe(server.spec()
                            .config("sslmode", "prefer")
                            .config("socketFactory", "no.such.Class")
                            .config("options", "-c no_such_setting=1")
                            .config("initSql", "no such statement")))
                    .as("no other config gets to the driver")
                    .isEmpty();
        });
    }

    static void aWrongLoginIsRefused(Kind kind) {
        on(kind, server -> {
            assertThat(server.withLogin(server.user(), "wr0ng").probe()).contains(Failure.LOGIN_REFUSED);
            assertThat(server.withLogin("nobody", server.password()).probe()).contains(Failure.LOGIN_REFUSED);
        });
    }

    static void aServerWithoutTlsIsNotSignedInToWhereItIsAskedFor(Kind kind) {
        on(kind, server -> {
            for (String mode : new String[] {"require", "verify-ca", "Verify-Full"}) {
                assertThat(ProbedServer.probe(server.spec().config("sslmode", mode)))
                        .contains(Failure.TLS);
            }
            assertThat(ProbedServer.probe(server.spec().config("sslmode", "sometimes")))
                    .contains(Failure.BAD_CONFIGURATION);
        });
    }

    static void aPortWithoutAServerIsUnreachable(Kind kind) throws IOException {
        int free;
        try (ServerSocket door = new ServerSocket(0)) {
            free = door.getLocalPort();
        }
        on(kind, server -> assertThat(server.at(free).probe()).contains(Failure.UNREACHABLE));
    }

    /** It hangs until the run is closed, and then ends. */
    static void aServerThatSaysNothingIsLeftWhenTheRunIsOver(Kind kind) throws Exception {
        try (Kind.Fresh database = kind.newDatabase();
                ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                ProbedServer.Run run = new ProbedServer.Run()) {
            ProbedServer server = ProbedServer.of(database.url()).at(silent.getLocalPort());
            CompletableFuture<Optional<Failure>> answer = new CompletableFuture<>();
            Thread prober = new Thread(() -> {
                try {
                    answer.complete(new JdbcProbe().probe(server.spec(), run));
                } catch (Exception e) {
                    answer.completeExceptionally(e);
                }
            });
            prober.start();
            silent.accept();
            run.end();
            assertThat(answer.join()).isPresent();
            prober.join();
        }
    }

    /** A server that answers whatever comes with this. */
    static Optional<Failure> answering(ProbedServer server, byte[] first, byte[] then) throws IOException {
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread far = new Thread(() -> answer(door, first, then));
            far.setDaemon(true);
            far.start();
            return server.at(door.getLocalPort()).probe();
        }
    }

    private static void answer(ServerSocket door, byte[] first, byte[] then) {
        try (Socket client = door.accept()) {
            client.getOutputStream().write(first);
            client.getInputStream().read(new byte[4_096]);
            client.getOutputStream().write(then);
            client.shutdownOutput();
            while (client.getInputStream().read() >= 0) {}
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String latin1) {
        return latin1.getBytes(StandardCharsets.ISO_8859_1);
    }

    interface Check {
        void on(ProbedServer server);
    }

    static void on(Kind kind, Check check) {
        try (Kind.Fresh database = kind.newDatabase()) {
            check.on(ProbedServer.of(database.url()));
        }
    }
}
