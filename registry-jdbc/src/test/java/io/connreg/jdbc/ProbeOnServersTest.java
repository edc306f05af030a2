package io.connreg.jdbc;

import static io.connreg.jdbc.ProbeRules.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.Secret;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.HologresSpec;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The probe at real servers, and at what is none. */
final class ProbeOnServersTest {
    @Test
    void theRightLoginWorksOnPostgreSql() {
        ProbeRules.theRightLoginWorks(Kind.POSTGRESQL, "postgresql", "PostgreSQL", "postgres", "pgsql", "hologres");
    }

    @Test
    @Tag("mariadb")
    void theRightLoginWorksOnMariaDb() {
        ProbeRules.theRightLoginWorks(Kind.MARIADB, "mariadb", "MySQL");
    }

    @Test
    void aHologresConnectionIsOneToPostgreSql() {
        ProbeRules.on(Kind.POSTGRESQL, server -> {
            HologresSpec spec = HologresSpec.at(server.host(), server.port(), server.database())
                    .login(server.user(), Secret.of(server.password()));
            try (ProbedServer.Run run = new ProbedServer.Run()) {
                assertThat(new JdbcProbe().probe(spec, run)).isEmpty();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        });
    }

    @Test
    void aWrongLoginIsRefusedByPostgreSql() {
        ProbeRules.aWrongLoginIsRefused(Kind.POSTGRESQL);
    }

    @Test
    @Tag("mariadb")
    void aWrongLoginIsRefusedByMariaDb() {
        ProbeRules.aWrongLoginIsRefused(Kind.MARIADB);
    }

    @Test
    void aDatabaseThatIsNotThereIsABadConfigurationOnPostgreSql() {
        ProbeRules.on(Kind.POSTGRESQL, server -> {
            assertThat(server.withDatabase("no_such").probe()).contains(Failure.BAD_CONFIGURATION);
            assertThat(server.withDatabase("a+b ü'\"").probe()).contains(Failure.BAD_CONFIGURATION);
        });
    }

    /** MariaDB does not tell a user who may not see it whether it is there. */
    @Test
    @Tag("mariadb")
    void aDatabaseThatIsNotThereIsForbiddenOrABadConfigurationOnMariaDb() {
        ProbeRules.on(Kind.MARIADB, server -> {
            assertThat(server.withDatabase("no_such").probe()).contains(Failure.FORBIDDEN);
            assertThat(server.withDatabase("registry_test_no_such").probe()).contains(Failure.BAD_CONFIGURATION);
        });
    }

    @Test
    void aPostgreSqlWithoutTlsIsNotSignedInToWhereItIsAskedFor() {
        ProbeRules.aServerWithoutTlsIsNotSignedInToWhereItIsAskedFor(Kind.POSTGRESQL);
    }

    @Test
    @Tag("mariadb")
    void aMariaDbWithoutTlsIsNotSignedInToWhereItIsAskedFor() {
        ProbeRules.aServerWithoutTlsIsNotSignedInToWhereItIsAskedFor(Kind.MARIADB);
    }

    @Test
    void aPortWithoutAServerIsUnreachable() throws IOException {
        ProbeRules.aPortWithoutAServerIsUnreachable(Kind.POSTGRESQL);
    }

    @Test
    @Tag("mariadb")
    void aPortWithoutAMariaDbIsUnreachable() throws IOException {
        ProbeRules.aPortWithoutAServerIsUnreachable(Kind.MARIADB);
    }

    @Test
    void aSilentPostgreSqlIsLeft() throws Exception {
        ProbeRules.aServerThatSaysNothingIsLeftWhenTheRunIsOver(Kind.POSTGRESQL);
    }

    @Test
    @Tag("mariadb")
    void aSilentMariaDbIsLeft() throws Exception {
        ProbeRules.aServerThatSaysNothingIsLeftWhenTheRunIsOver(Kind.MARIADB);
    }

    @Test
    void whatSpeaksOtherwiseIsNoPostgreSql() throws IOException {
        ProbedServer server = new ProbedServer("postgresql", "127.0.0.1", 1, "orders", "app", "s3cret");

        assertThat(ProbeRules.answering(server, bytes(""), bytes("HTTP/1.1 400 Bad Request\r\n\r\n")))
                .contains(Failure.NOT_SUCH_A_SERVICE);
        assertThat(ProbeRules.answering(server, bytes("J\0\0\0\n11.4.5-MariaDB\0"), bytes("")))
                .contains(Failure.NOT_SUCH_A_SERVICE);
        assertThat(ProbeRules.answering(server, bytes(""), bytes(""))).contains(Failure.UNREACHABLE);
    }

    @Test
    void aPostgreSqlThatIsBusyIsUnavailable() throws IOException {
        ProbedServer server = new ProbedServer("postgresql", "127.0.0.1", 1, "orders", "app", "s3cret");

        assertThat(ProbeRules.answering(server, bytes(""), refusal("53300"))).contains(Failure.UNAVAILABLE);
        assertThat(ProbeRules.answering(server, bytes(""), refusal("57P03"))).contains(Failure.UNAVAILABLE);
        assertThat(ProbeRules.answering(server, bytes(""), refusal("42501"))).contains(Failure.FORBIDDEN);
    }

    private static byte[] refusal(String state) {
        String fields = "SFATAL\0C" + state + "\0Ms3cret\0\0";
        return bytes("E\0\0\0" + (char) (fields.length() + 4) + fields);
    }

    /** A password that is asked for in the clear is not given, unless over TLS. */
    @Test
    void thePasswordIsNotShown() throws IOException {
        ProbedServer server = new ProbedServer("postgresql", "127.0.0.1", 1, "orders", "app", "s3cret");

        assertThat(ProbeRules.answering(server, bytes(""), bytes("R\0\0\0\b\0\0\0\3")))
                .contains(Failure.TLS);
    }

    @Test
    void thePasswordIsNotShownToAMariaDb() throws IOException {
        ProbedServer server = new ProbedServer("mariadb", "127.0.0.1", 1, "orders", "app", "s3cret");
        String greeting = "\n11.4.5-MariaDB\0\1\0\0\0abcdefgh\0\u00ff\u00f7\b\2\0\u00ff\u0081\25" + "\0".repeat(10)
                + "ijklmnopqrst\0mysql_native_password\0";

        for (String asked : List.of("mysql_clear_password", "dialog", "auth_gssapi_client")) {
            assertThat(ProbeRules.answering(server, packet(0, greeting), packet(2, "\u00fe" + asked + "\0")))
                    .as(asked)
                    .contains(Failure.TLS);
        }
        assertThat(ProbeRules.answering(server, packet(0, greeting), packet(2, "\u00ff\25\4#28000s3cret")))
                .contains(Failure.LOGIN_REFUSED);
    }

    private static byte[] packet(int number, String payload) {
        return bytes((char) payload.length() + "\0\0" + (char) number + payload);
    }
}
