package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ValidationResult.Failure;
import io.connreg.spi.ProbeException;
import io.connreg.spi.TargetPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a name stands for, and what of it is connected to. */
final class LimitedRunTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 7);
    private final List<String> asked = new ArrayList<>();

    @AutoClose
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    LimitedRunTest() throws IOException {}

    private LimitedRun run(LimitedRun.Resolver resolver) {
        return run(TargetPolicy.standard(), resolver);
    }

    private LimitedRun run(TargetPolicy policy, LimitedRun.Resolver resolver) {
        return new LimitedRun(
                LIMIT,
                nanos::get,
                (host, address, port) -> {
                    asked.add(host + " " + address.getHostAddress());
                    return policy.permits(host, address, port);
                },
                resolver);
    }

    private static InetAddress[] addresses(String... written) throws UnknownHostException {
        InetAddress[] addresses = new InetAddress[written.length];
        for (int i = 0; i < written.length; i++) {
            addresses[i] = InetAddress.getByName(written[i]);
        }
        return addresses;
    }

    private static void assertFails(Failure failure, ThrowingCallable connecting) {
        assertThatThrownBy(connecting)
                .isInstanceOfSatisfying(
                        ProbeException.class, e -> assertThat(e.failure()).isEqualTo(failure))
                .hasMessage(failure.name())
                .hasNoCause();
    }

    @Test
    void theAddressThatWasPermittedIsConnectedTo() throws Exception {
        try (LimitedRun run = run(host -> addresses("127.0.0.1"));
                Socket socket = run.connect("db.internal", door.getLocalPort())) {
            assertThat(socket.getInetAddress().getHostAddress()).isEqualTo("127.0.0.1");
        }
        assertThat(asked).containsExactly("db.internal 127.0.0.1");
    }

    /** The second answer is never asked for: so a name that changes its mind gives nothing. */
    @Test
    void aNameIsResolvedOnce() throws Exception {
        List<String> resolved = new ArrayList<>();
        try (LimitedRun run = run(host -> {
                    resolved.add(host);
                    return resolved.size() == 1 ? addresses("127.0.0.1") : addresses("169.254.169.254");
                });
                Socket socket = run.connect("rebinding.example", door.getLocalPort())) {
            assertThat(socket.getInetAddress().getHostAddress()).isEqualTo("127.0.0.1");
        }
        assertThat(resolved).containsExactly("rebinding.example");
    }

    @Test
    void oneRefusedAddressRefusesThemAll() throws Exception {
        try (LimitedRun run = run(host -> addresses("127.0.0.1", "169.254.169.254"))) {
            assertFails(Failure.TARGET_REFUSED, () -> run.connect("mixed.example", door.getLocalPort()));
        }
        assertThat(asked).hasSize(2);
        door.setSoTimeout(1);
        assertThatThrownBy(door::accept).isInstanceOf(IOException.class);
    }

    @Test
    void theHostsOwnRuleIsAsked() throws Exception {
        try (LimitedRun run = run(TargetPolicy.strict(), host -> addresses("127.0.0.1"))) {
            assertFails(Failure.TARGET_REFUSED, () -> run.connect("localhost", door.getLocalPort()));
        }
    }

    @Test
    void theNextAddressIsTriedWhereOneTakesNoConnection() throws Exception {
        try (LimitedRun run = run(host -> addresses("127.0.0.2", "127.0.0.1"));
                Socket socket = run.connect("two.example", door.getLocalPort())) {
            assertThat(socket.getInetAddress().getHostAddress()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void whereNoneTakesOneItIsUnreachable() throws Exception {
        int port = door.getLocalPort();
        door.close();
        try (LimitedRun run = run(host -> addresses("127.0.0.1", "127.0.0.2"))) {
            assertFails(Failure.UNREACHABLE, () -> run.connect("none.example", port));
        }
    }

    @Test
    void aNameThatIsNoneIsUnreachable() {
        try (LimitedRun run = run(host -> {
            throw new UnknownHostException(host);
        })) {
            assertFails(Failure.UNREACHABLE, () -> run.connect("none.example", 1));
        }
    }

    @Test
    void bracketsAreTakenOffAndNamesAreMadeAscii() throws Exception {
        try (LimitedRun run = run(host -> addresses("127.0.0.1"))) {
            run.connect("[::1]", door.getLocalPort()).close();
            run.connect("bücher.example", door.getLocalPort()).close();
        }
        assertThat(asked).containsExactly("::1 127.0.0.1", "xn--bcher-kva.example 127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "fe80::1%eth0", "[fe80::1%1]", "a..b"})
    void whatIsNoHostIsNotResolved(String host) {
        try (LimitedRun run = run(name -> {
            throw new AssertionError("resolved " + name);
        })) {
            assertFails(Failure.BAD_CONFIGURATION, () -> run.connect(host, 1));
        }
    }

    @Test
    void theEndOfTheRunClosesItsSocketsAndOpensNoMore() throws Exception {
        LimitedRun run = run(host -> addresses("127.0.0.1"));
        try (Socket socket = run.connect("db.internal", door.getLocalPort())) {
            run.close();
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        assertFails(Failure.TIMEOUT, () -> run.connect("db.internal", door.getLocalPort()));
    }

    /** It would resolve the name by itself, and go on from there to where nobody asked about. */
    @Test
    void noProxyOfTheJvmsIsAsked() throws Exception {
        ProxySelector usual = ProxySelector.getDefault();
        ProxySelector.setDefault(new ProxySelector() {
            @Override
            public List<Proxy> select(URI target) {
                asked.add("a proxy for " + target);
                return List.of(Proxy.NO_PROXY);
            }

            @Override
            public void connectFailed(URI target, SocketAddress proxy, IOException failure) {}
        });
        try (LimitedRun run = run(host -> addresses("127.0.0.1"));
                Socket socket = run.connect("db.internal", door.getLocalPort())) {
            assertThat(socket.isConnected()).isTrue();
        } finally {
            ProxySelector.setDefault(usual);
        }
        assertThat(asked).containsExactly("db.internal 127.0.0.1");
    }

    @Test
    void theTimeLeftIsWhatTheClockLeaves() {
        try (LimitedRun run = run(host -> addresses("127.0.0.1"))) {
            assertThat(run.timeLeft()).isEqualTo(LIMIT);
            nanos.addAndGet(Duration.ofSeconds(29).toNanos());
            assertThat(run.timeLeft()).isEqualTo(Duration.ofSeconds(1));
            nanos.addAndGet(Duration.ofSeconds(29).toNanos());
            assertThat(run.timeLeft()).isZero();
        }
    }
}
