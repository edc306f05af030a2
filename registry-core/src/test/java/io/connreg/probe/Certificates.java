package io.connreg.probe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** One key of a server and certificates for it, made by the JDK's own tool in a folder. */
final class Certificates {
    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path folder;
    private final String names;
    private final KeyStore made;

    /** @param names whom the certificates are for, as {@code dns:a.example,ip:127.0.0.1} */
    Certificates(Path folder, String names) throws IOException, GeneralSecurityException {
        this.folder = folder;
        this.names = names;
        run("-genkeypair", "-keyalg", "EC", "-alias", "root", "-dname", "CN=root", "-ext", "bc:c");
        run("-genkeypair", "-keyalg", "EC", "-alias", "server", "-dname", "CN=server", "-ext", "san=" + names);
        run("-certreq", "-alias", "server", "-file", file("request"));
        this.made = KeyStore.getInstance(folder.resolve("store").toFile(), PASSWORD);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void run(String... words) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(Arrays.asList(words));
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file("store"), "-storepass", new String(PASSWORD)));
        Process tool = new ProcessBuilder(command).inheritIO().start();
        if (tool.onExit().join().exitValue() != 0) {
            throw new IOException("the key tool failed: " + command);
        }
    }

    /** Has the root make one that is valid so long from then on, as {@code -10d}. */
    void issue(String name, String start, String days) throws IOException {
        run(
                "-gencert",
                "-alias",
                "root",
                "-ext",
                "san=" + names,
                "-startdate",
                start,
                "-validity",
                days,
                "-infile",
                file("request"),
                "-outfile",
                file(name));
    }

    /** For clients who trust the root, and nobody else. */
    SSLSocketFactory clients() {
        try {
            KeyStore trusted = empty();
            trusted.setCertificateEntry("root", made.getCertificate("root"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    /** A door whose server shows the certificate of this name; the one that nobody issued is {@code self-signed}. */
    ServerSocket door(String name) {
        try {
            Certificate[] chain = name.equals("self-signed")
                    ? made.getCertificateChain("server")
                    : new Certificate[] {read(name), made.getCertificate("root")};
            Key key = made.getKey("server", PASSWORD);
            KeyStore shown = empty();
            shown.setKeyEntry("server", key, PASSWORD, chain);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(shown, PASSWORD);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Certificate read(String name) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
