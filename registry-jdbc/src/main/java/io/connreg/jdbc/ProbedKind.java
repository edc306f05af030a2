package io.connreg.jdbc;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Driver;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * The kinds of databases whose connections can be tested, each by one driver, and what that is told: nothing that it
 * would do by itself for a server that asks, no file read, no other place, no password in the clear.
 */
enum ProbedKind {
    POSTGRESQL("org.postgresql.Driver", "org.postgresql:postgresql", "postgresql", "postgres", "pgsql", "hologres") {
        @Override
        String url(ProbeTarget target) {
            return "jdbc:postgresql://" + target.hostAndPort() + "/"
                    + URLEncoder.encode(target.database(), StandardCharsets.UTF_8);
        }

        @Override
        void settings(ProbeTarget target, Duration left, Properties settings) {
            settings.setProperty("socketFactory", ProbeSockets.class.getName());
            // Else the driver connects on a thread of its own, where a host has set a time for all drivers.
            settings.setProperty("loginTimeout", "0");
            settings.setProperty("socketTimeout", seconds(left));
            settings.setProperty("gssEncMode", "disable");
            settings.setProperty("requireAuth", target.verified() ? "!gss,!sspi" : "!password,!gss,!sspi");
            settings.setProperty("sslmode", target.verified() ? "verify-full" : "disable");
            settings.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
    },
    MARIADB("org.mariadb.jdbc.Driver", "org.mariadb.jdbc:mariadb-java-client", "mariadb", "mysql") {
        @Override
        String url(ProbeTarget target) {
            return "jdbc:mariadb://" + target.hostAndPort() + "/" + target.database();
        }

        @Override
        void settings(ProbeTarget target, Duration left, Properties settings) {
            String challenged = "mysql_native_password,caching_sha2_password,client_ed25519,parsec";
            settings.setProperty("socketFactory", ProbeSockets.class.getName());
            settings.setProperty("socketTimeout", millis(left));
            settings.setProperty("allowLocalInfile", "false");
            settings.setProperty("permitRedirect", "false");
            settings.setProperty("allowPublicKeyRetrieval", "false");
            settings.setProperty(
                    "restrictedAuth", target.verified() ? challenged + ",mysql_clear_password,dialog" : challenged);
            settings.setProperty("sslMode", target.verified() ? "verify-full" : "disable");
        }
    },
    /** Its passwords are as good as clear on the way, so there is TLS always. */
    SQL_SERVER(
            "com.microsoft.sqlserver.jdbc.SQLServerDriver",
            "com.microsoft.sqlserver:mssql-jdbc",
            "sqlserver",
            "sql server",
            "mssql") {
        @Override
        String url(ProbeTarget target) {
            return "jdbc:sqlserver://";
        }

        @Override
        void settings(ProbeTarget target, Duration left, Properties settings) {
            settings.setProperty("serverName", target.host());
            settings.setProperty("portNumber", Integer.toString(target.port()));
            settings.setProperty("databaseName", target.database());
            settings.setProperty("socketFactoryClass", ProbeSockets.class.getName());
            settings.setProperty("socketTimeout", millis(left));
            settings.setProperty("loginTimeout", seconds(left));
            settings.setProperty("connectRetryCount", "0");
            settings.setProperty("encrypt", "true");
            settings.setProperty("trustServerCertificate", "false");
            settings.setProperty("hostNameInCertificate", target.host());
        }
    };

    private static final Duration LONGEST = Duration.ofHours(1);

    private final String driver;
    private final String artifact;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> spellings;

    ProbedKind(String driver, String artifact, String... spellings) {
        this.driver = driver;
        this.artifact = artifact;
        this.spellings = Set.of(spellings);
    }

    /** The one of this spelling, in whatever case. */
    static Optional<ProbedKind> of(String type) {
        String plain = type.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> kind.spellings.contains(plain))
                .findFirst();
    }

    /** The driver, if this module sees it; no other one that would take the same URL. */
    Optional<Driver> driver() {
        return DriverManager.drivers()
                .filter(found -> found.getClass().getName().equals(driver))
                .findFirst();
    }

    /** Where the driver is to be had, for Maven. */
    String artifact() {
        return artifact;
    }

    abstract String url(ProbeTarget target);

    abstract void settings(ProbeTarget target, Duration left, Properties settings);

    /** All that the driver is told beside the URL. */
    final Properties properties(ProbeTarget target, Duration left) {
        Properties properties = new Properties();
        settings(target, left, properties);
        properties.setProperty("user", target.user());
        properties.setProperty("password", target.password().reveal());
        return properties;
    }

    /** At least one, since zero would be for ever. */
    static String seconds(Duration left) {
        return Long.toString(shorter(left).toSeconds() + 1);
    }

    private static String millis(Duration left) {
        return Long.toString(shorter(left).toMillis() + 1);
    }

    private static Duration shorter(Duration left) {
        return left.compareTo(LONGEST) > 0 ? LONGEST : left;
    }
}
