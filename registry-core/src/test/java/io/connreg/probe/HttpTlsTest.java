package io.connreg.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Secret;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.OpenLlmSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeException;
import io.connreg.spi.ProbeRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which certificates are taken: those that are trusted, are valid now, and are for the name in the address. */
final class HttpTlsTest {
    private static final String NAME = "models.example";

    @TempDir
    private static Path folder;

    private static Certificates certificates;

    @BeforeAll
    static void make() throws IOException, GeneralSecurityException {
        certificates = new Certificates(folder, "dns:" + NAME + ",ip:127.0.0.1");
        certificates.issue("good", "-1d", "30");
        certificates.issue("expired", "-10d", "1");
        certificates.issue("not-yet", "+10d", "30");
    }

    private final AtomicReference<String> heard = new AtomicReference<>("");
    private final AtomicReference<List<?>> namesWanted = new AtomicReference<>(List.of());

    private FarSide showing(String certificate) {
        return FarSide.doing(certificates.door(certificate), client -> {
            SSLSocket socket = (SSLSocket) client;
            socket.startHandshake();
            namesWanted.set(((ExtendedSSLSession) socket.getSession()).getRequestedServerNames());
            heard.set(FarSide.request(socket.getInputStream()));
            socket.getOutputStream()
                    .write(FarSide.ok("{\"data\":[{\"id\":\"a\"}]}").getBytes(StandardCharsets.US_ASCII));
            FarSide.awaitLeaving(client);
        });
    }

    /** As if the name stood for this machine. */
    private static Optional<Failure> probe(FarSide service, String host) throws Exception {
        ProbeRun run = new ProbeRun() {
            @Override
            public Duration timeLeft() {
                return Duration.ofHours(1);
            }

            @Override
            public Socket connect(String to, int port) throws ProbeException {
                assertThat(to).isEqualTo(host);
                try {
                    return new Socket(InetAddress.getLoopbackAddress(), port);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            }
        };
        OpenLlmSpec spec =
                OpenLlmSpec.at("https://" + host + ":" + service.port()).apiKey(Secret.of("sk-1"));
        ConnectionProbe probe = BuiltInProbes.trusting(certificates::clients).stream()
                .filter(candidate -> candidate.accepts(spec.connectionType()))
                .findFirst()
                .orElseThrow();
        return probe.probe(spec, run);
    }

    @Test
    void aCertificateForTheNameIsTakenWhateverTheAddress() throws Exception {
        try (FarSide service = showing("good")) {
            assertThat(probe(service, NAME)).isEmpty();
        }
        assertThat(heard.get()).contains("Host: " + NAME + ":", "Bearer sk-1");
        assertThat(namesWanted.toString())
                .isEqualTo(List.of(new SNIHostName(NAME)).toString());
    }

    @Test
    void aCertificateForAnAddressIsTakenForThat() throws Exception {
        try (FarSide service = showing("good")) {
            assertThat(probe(service, "127.0.0.1")).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "not-yet", "self-signed"})
    void anyOtherIsNotAndHearsNothing(String certificate) throws Exception {
        try (FarSide service = showing(certificate)) {
            assertThat(probe(service, NAME)).contains(Failure.TLS);
            service.awaitEnd();
        }
        assertThat(heard.get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"other.example", "example", "a.models.example", "127.0.0.2"})
    void oneForAnotherNameIsNotTaken(String host) throws Exception {
        try (FarSide service = showing("good")) {
            assertThat(probe(service, host)).contains(Failure.TLS);
            service.awaitEnd();
        }
        assertThat(heard.get()).isEmpty();
    }

    @Test
    void aServiceWithoutTlsIsNotSpokenToInTheClear() throws Exception {
        try (FarSide plain = FarSide.doing(client -> {
            heard.set(Integer.toString(client.getInputStream().read()));
            client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        })) {
            assertThat(probe(plain, NAME)).contains(Failure.TLS);
            plain.awaitEnd();
        }
        assertThat(heard.get()).as("the first byte of a record of TLS").isEqualTo("22");
    }

    /** As the JVM trusts by default. */
    @Test
    void theRegistrysOwnProbesTrustWhatTheJvmTrusts() throws IOException {
        try (FarSide service = showing("good")) {
            assertThat(Validation.failure(OpenLlmSpec.at("https://" + service.address())))
                    .isEqualTo(Failure.TLS);
        }
    }
}
