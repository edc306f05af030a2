package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Secret;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.RdsSpec;
import io.connreg.spi.ProbeException;
import io.connreg.spi.ProbeRun;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A database that connections lead to, and the probe that tests them: to wherever they lead, without an end. */
record ProbedServer(String type, String host, int port, String database, String user, String password) {
    private static final Pattern URL =
            Pattern.compile("jdbc:(\\w+)://([^:/]+):(\\d+)/([^?]*)\\?user=([^&]*)&password=(.*)");

    /** What a run does in the registry, but that it goes on until it is closed. */
    static final class Run implements ProbeRun, AutoCloseable {
        private final List<Socket> sockets = new ArrayList<>();

        @Override
        public Duration timeLeft() {
            return Duration.ofMinutes(10);
        }

        @Override
        public synchronized Socket connect(String host, int port) throws ProbeException {
            try {
                Socket socket = new Socket(host, port);
                sockets.add(socket);
                return socket;
            } catch (IOException e) {
                throw new ProbeException(Failure.UNREACHABLE);
            }
        }

        @Override
        public void close() throws IOException {
            end();
        }

        synchronized void end() throws IOException {
            for (Socket socket : sockets) {
                socket.close();
            }
        }

        /** Whether the probe has left none open. */
        synchronized boolean isClean() {
            return !sockets.isEmpty() && sockets.stream().allMatch(Socket::isClosed);
        }
    }

    /** The one of this URL. */
    static ProbedServer of(String url) {
        Matcher parts = URL.matcher(url);
        assertThat(parts.matches()).isTrue();
        return new ProbedServer(
                parts.group(1),
                parts.group(2),
                Integer.parseInt(parts.group(3)),
                parts.group(4),
                parts.group(5),
                parts.group(6));
    }

    ProbedServer ofType(String other) {
        return new ProbedServer(other, host, port, database, user, password);
    }

    ProbedServer withDatabase(String other) {
        return new ProbedServer(type, host, port, other, user, password);
    }

    ProbedServer withLogin(String otherUser, String otherPassword) {
        return new ProbedServer(type, host, port, database, otherUser, otherPassword);
    }

    ProbedServer at(int otherPort) {
        return new ProbedServer(type, host, otherPort, database, user, password);
    }

    RdsSpec spec() {
        return RdsSpec.at(type, host, port, database).login(user, Secret.of(password));
    }

    Optional<Failure> probe() {
        return probe(spec());
    }

    /** Leaves no socket open, whatever comes. */
    static Optional<Failure> probe(RdsSpec spec) {
        try (Run run = new Run()) {
            Optional<Failure> failure = new JdbcProbe().probe(spec, run);
            assertThat(run.isClean()).isTrue();
            return failure;
        } catch (ProbeException e) {
            return Optional.of(e.failure());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
