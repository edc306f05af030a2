package io.connreg.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Secret;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.OpenLlmSpec;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A far side that hangs, dribbles or does not end. That these tests return shows that the caller does; that the far side
 * sees its connection closed shows that the probe's thread does as well.
 */
@Tag("slow")
final class HttpDeadlineTest {
    private static final Duration LIMIT = Duration.ofSeconds(1);

    private static @Nullable Failure validate(String url) {
        return Validation.of(
                        OpenLlmSpec.at(url).apiKey(Secret.of("sk-1")),
                        Validation.builder().probeTimeout(LIMIT))
                .failure();
    }

    @Test
    void hangsWhileConnecting() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(full, waiting);
            assertThat(validate("http://127.0.0.1:" + full.getLocalPort())).isEqualTo(Failure.TIMEOUT);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    /** Until no more connections are taken. */
    private static void fill(ServerSocket door, List<Socket> waiting) throws IOException {
        for (boolean taken = true; taken; ) {
            Socket socket = new Socket();
            waiting.add(socket);
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), door.getLocalPort()), 500);
            } catch (SocketTimeoutException e) {
                taken = false;
            }
        }
    }

    @Test
    void hangsInTls() throws IOException {
        try (FarSide silent = FarSide.doing(FarSide::awaitLeaving)) {
            assertThat(validate("https://" + silent.address())).isEqualTo(Failure.TIMEOUT);
            silent.awaitEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1 2",
                "HTTP/1.1 200 OK\r\nContent-",
                "HTTP/1.1 200 OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\n\r\n{\"data\":[",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1"
            })
    void hangsHavingSaidSoMuch(String said) throws IOException {
        try (FarSide hanging = FarSide.answering(said)) {
            assertThat(validate(hanging.url())).isEqualTo(Failure.TIMEOUT);
            hanging.awaitEnd();
        }
    }

    @Test
    void dribbles() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        try (FarSide dribbling = FarSide.doing(client -> {
            OutputStream out = client.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nx:".getBytes(StandardCharsets.US_ASCII));
            while (!never.await(20, TimeUnit.MILLISECONDS)) {
                out.write('y');
            }
        })) {
            assertThat(validate(dribbling.url())).isEqualTo(Failure.TIMEOUT);
            dribbling.awaitEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "x: y\r\n",
            })
    void headersWithoutEndAreCutOff(String again) throws IOException {
        try (FarSide endless = saying("HTTP/1.1 200 OK\r\n", again)) {
            assertThat(unhurried(endless)).isEqualTo(Failure.NOT_SUCH_A_SERVICE);
            endless.awaitEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"x\":\"|y",
                "{\"x\":[1|,1",
                "{\"object\":\"list\"| ",
            })
    void bodiesWithoutEndAreCutOff(String body) throws IOException {
        String begin = body.substring(0, body.indexOf('|'));
        String again = body.substring(body.indexOf('|') + 1).repeat(1_000);
        try (FarSide plain = saying("HTTP/1.1 200 OK\r\n\r\n" + begin, again);
                FarSide chunked =
                        saying("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk(begin), chunk(again))) {
            assertThat(unhurried(plain)).isEqualTo(Failure.NOT_SUCH_A_SERVICE);
            assertThat(unhurried(chunked)).isEqualTo(Failure.NOT_SUCH_A_SERVICE);
            plain.awaitEnd();
            chunked.awaitEnd();
        }
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    /** With so much time that only the measure of an answer can end it. */
    private static @Nullable Failure unhurried(FarSide service) {
        return Validation.of(OpenLlmSpec.at(service.url()), Validation.builder().probeTimeout(Duration.ofHours(1)))
                .failure();
    }

    private static FarSide saying(String first, String againAndAgain) throws IOException {
        return FarSide.doing(client -> {
            OutputStream out = client.getOutputStream();
            out.write(first.getBytes(StandardCharsets.US_ASCII));
            byte[] again = againAndAgain.getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(again);
            }
        });
    }
}
