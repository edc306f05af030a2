package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ValidationResult.Failure;
import io.connreg.spec.RdsSpec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate nobody vouches for, where TLS is asked for. */
final class ProbeTlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final byte[] REQUEST_FOR_TLS = {0, 0, 0, 8, 4, (byte) 0xd2, 0x16, 0x2f};

    @TempDir
    private Path folder;

    @Test
    void whatPostgreSqlSaysIsNotHeardNorIsAnythingSaid() throws Exception {
        SSLContext tls = selfSigned();
        CompletableFuture<String> heard = new CompletableFuture<>();
        try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> serve(door, tls, heard));
            server.setDaemon(true);
            server.start();
            ProbedServer there =
                    new ProbedServer("postgresql", "127.0.0.1", door.getLocalPort(), "orders", "app", "s3cret");
            RdsSpec spec = there.spec().config("sslmode", "require");

            assertThat(ProbedServer.probe(spec)).contains(Failure.TLS);
        }
        assertThat(heard.join()).isEqualTo("no certificate that was taken");
    }

    private static void serve(ServerSocket door, SSLContext tls, CompletableFuture<String> heard) {
        try (Socket client = door.accept()) {
            byte[] request = client.getInputStream().readNBytes(REQUEST_FOR_TLS.length);
            assertThat(request).isEqualTo(REQUEST_FOR_TLS);
            client.getOutputStream().write('S');
            SSLSocket safe = (SSLSocket) tls.getSocketFactory().createSocket(client, null, true);
            safe.startHandshake();
            heard.complete("byte " + safe.getInputStream().read());
        } catch (SSLException e) {
            heard.complete("no certificate that was taken");
        } catch (IOException | AssertionError e) {
            heard.complete(e.toString());
        }
    }

    private SSLContext selfSigned() throws IOException, GeneralSecurityException {
        Path file = folder.resolve("keys");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "server",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(tool.onExit().join().exitValue()).isZero();
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(file.toFile(), PASSWORD), PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
