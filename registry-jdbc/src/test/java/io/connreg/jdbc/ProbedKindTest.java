package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionType;
import io.connreg.Secret;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.RdsSpec;
import io.connreg.spi.ProbeException;
import io.connreg.spi.ProbeRun;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a driver is told, and what is made of its errors. */
final class ProbedKindTest {
    private static final RdsSpec SPEC = RdsSpec.at("mysql", "db.internal", 3306, "orders")
            .login("app", Secret.of("s3cret"))
            .config("allowLocalInfile", "true")
            .config("user", "root");

    /** Whoever wants a connection is not to have one. */
    private static final ProbeRun NOWHERE = new ProbeRun() {
        @Override
        public Duration timeLeft() {
            return Duration.ofSeconds(5);
        }

        @Override
        public Socket connect(String host, int port) {
            throw new AssertionError("connected to " + host);
        }
    };

    @Test
    void databasesAreTestedAndNothingElse() {
        JdbcProbe probe = new JdbcProbe();

        assertThat(probe.accepts(ConnectionType.RDS)).isTrue();
        assertThat(probe.accepts(ConnectionType.HOLOGRES)).isTrue();
        assertThat(probe.accepts(ConnectionType.MILVUS)).isFalse();
        assertThat(probe.accepts(ConnectionType.CUSTOM)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oracle", "db2", "mysql:8", "postgresql;x", "sqlserver", "MSSQL", "SQL Server"})
    void withoutADriverOrAKnownKindThereIsNoProbe(String type) throws ProbeException {
        RdsSpec spec = RdsSpec.at(type, "db.internal", 1, "orders").login("app", Secret.of("s3cret"));

        assertThat(new JdbcProbe().probe(spec, NOWHERE)).contains(Failure.NO_PROBE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a?b", "a&b", "a;b", "a#b", "a/b", "a\\b", "a%b", "a\nb", "a\tb"})
    void aDatabaseThatCouldSaySomethingInAUrlIsNotTried(String database) {
        for (String type : new String[] {"postgresql", "mysql"}) {
            RdsSpec spec = RdsSpec.at(type, "db.internal", 1, database).login("app", Secret.of("s3cret"));

            assertThatThrownBy(() -> new JdbcProbe().probe(spec, NOWHERE))
                    .isInstanceOfSatisfying(
                            ProbeException.class, e -> assertThat(e.failure()).isEqualTo(Failure.BAD_CONFIGURATION));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POSTGRESQL, jdbc:postgresql://db.internal:3306/orders",
        "MARIADB, jdbc:mariadb://db.internal:3306/orders",
        "SQL_SERVER, jdbc:sqlserver://"
    })
    void aUrlHoldsNoLoginAndNoSettings(ProbedKind kind, String url) throws ProbeException {
        assertThat(kind.url(ProbeTarget.of(SPEC))).isEqualTo(url);
    }

    @Test
    void anAddressOfIpV6HasBracketsInAUrl() throws ProbeException {
        RdsSpec spec = RdsSpec.at("mysql", "[::1]", 3306, "orders").login("app", Secret.of("s3cret"));

        assertThat(ProbedKind.MARIADB.url(ProbeTarget.of(spec))).isEqualTo("jdbc:mariadb://[::1]:3306/orders");
    }

    @Test
    void noConfigBecomesASetting() throws ProbeException {
        for (ProbedKind kind : ProbedKind.values()) {
            Properties told = kind.properties(ProbeTarget.of(SPEC), Duration.ofSeconds(5));

            assertThat(told).containsEntry("user", "app").containsEntry("password", "s3cret");
            assertThat(told.values()).contains(ProbeSockets.class.getName()).doesNotContain("root");
            assertThat(told.getProperty("allowLocalInfile", "false")).isEqualTo("false");
        }
        assertThat(ProbedKind.MARIADB.properties(ProbeTarget.of(SPEC), Duration.ofSeconds(5)))
                .containsEntry("allowLocalInfile", "false")
                .containsEntry("permitRedirect", "false")
                .containsEntry("sslMode", "disable");
    }

    @Test
    void sqlServerIsSignedInToOverTlsAlone() throws ProbeException {
        assertThat(ProbedKind.SQL_SERVER.properties(ProbeTarget.of(SPEC), Duration.ofDays(1_000_000)))
                .containsEntry("encrypt", "true")
                .containsEntry("trustServerCertificate", "false")
                .containsEntry("hostNameInCertificate", "db.internal")
                .containsEntry("serverName", "db.internal")
                .containsEntry("portNumber", "3306")
                .containsEntry("databaseName", "orders")
                .containsEntry("loginTimeout", "3601");
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, 0, false, LOGIN_REFUSED",
        "28000, 1045, false, LOGIN_REFUSED",
        "S0001, 18456, true, LOGIN_REFUSED",
        "HY000, 1130, false, LOGIN_REFUSED",
        "S0001, 4060, true, BAD_CONFIGURATION",
        "3D000, 0, false, BAD_CONFIGURATION",
        "42000, 1049, false, BAD_CONFIGURATION",
        "42000, 1044, false, FORBIDDEN",
        "08004, 1040, false, UNAVAILABLE",
        "08004, 0, false, TLS",
        "S1009, 0, false, TLS",
        "08000, 0, true, TLS",
        "08000, 0, false, UNREACHABLE",
        "08P01, 0, false, NOT_SUCH_A_SERVICE",
        "XX000, 0, false, UNAVAILABLE",
        "'', 0, false, NOT_SUCH_A_SERVICE",
        "'X', 0, false, NOT_SUCH_A_SERVICE"
    })
    void anErrorIsJudgedByItsCodes(String state, int code, boolean verified, Failure failure) {
        assertThat(SignInFault.of(new SQLException("s3cret", state, code), verified))
                .isEqualTo(failure);
    }

    @Test
    void anErrorIsJudgedByItsCauses() {
        assertThat(SignInFault.of(new SQLException("s3cret", "08006", new SSLHandshakeException("s3cret")), true))
                .isEqualTo(Failure.TLS);
        assertThat(SignInFault.of(new SQLException("s3cret", "08006", new IOException("s3cret")), true))
                .isEqualTo(Failure.UNREACHABLE);
        assertThat(SignInFault.of(new SQLException("s3cret", (String) null), false))
                .isEqualTo(Failure.NOT_SUCH_A_SERVICE);
    }

    @Test
    void aDriverHasOneSocketAndNoOther() throws IOException {
        ProbeSockets sockets = new ProbeSockets();
        InetAddress here = InetAddress.getLoopbackAddress();
        assertThatThrownBy(sockets::createSocket).isInstanceOf(IOException.class);
        try (Socket socket = new Socket()) {
            ProbeSockets.lend(socket);
            assertThat(sockets.createSocket()).isSameAs(socket);
            assertThatThrownBy(sockets::createSocket).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sockets.createSocket("localhost", 1)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sockets.createSocket("localhost", 1, here, 0))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sockets.createSocket(here, 1)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> sockets.createSocket(here, 1, here, 0)).isInstanceOf(IOException.class);
        }
        ProbeSockets.lend(new Socket());
        ProbeSockets.takeBack();
        assertThatThrownBy(sockets::createSocket).isInstanceOf(IOException.class);
    }
}
