package io.connreg.jdbc;

import io.connreg.ConnectionType;
import io.connreg.ValidationResult.Failure;
import io.connreg.spec.ConnectionSpec;
import io.connreg.spi.ConnectionProbe;
import io.connreg.spi.ProbeException;
import io.connreg.spi.ProbeRun;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/**
 * Tests connections to databases, if there is a driver for their kind: Hologres and PostgreSQL, MariaDB and MySQL, SQL
 * Server. Found by {@link java.util.ServiceLoader}. The driver gets a socket to an address that the host's rule permits,
 * and nothing of the configs but host, port, database, user and {@code sslmode}.
 */
public final class JdbcProbe implements ConnectionProbe {
    private static final Logger LOG = System.getLogger(JdbcProbe.class.getName());

    /** Made by {@link java.util.ServiceLoader}. */
    public JdbcProbe() {}

    @Override
    public boolean accepts(ConnectionType type) {
        return type.equals(ConnectionType.HOLOGRES) || type.equals(ConnectionType.RDS);
    }

    @Override
    public Optional<Failure> probe(ConnectionSpec spec, ProbeRun run) throws ProbeException {
        ProbeTarget target = ProbeTarget.of(spec);
        Optional<ProbedKind> kind = ProbedKind.of(target.kind());
        if (kind.isEmpty()) {
            return Optional.of(Failure.NO_PROBE);
        }
        Optional<Driver> driver = kind.get().driver();
        if (driver.isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "cannot test a connection of type " + spec.connectionType().value() + ": there is no driver for "
                            + kind.get() + "; add " + kind.get().artifact());
            return Optional.of(Failure.NO_PROBE);
        }
        return signIn(kind.get(), driver.get(), target, run);
    }

    private static Optional<Failure> signIn(ProbedKind kind, Driver driver, ProbeTarget target, ProbeRun run)
            throws ProbeException {
        try (Socket socket = run.connect(target.host(), target.port())) {
            ProbeSockets.lend(socket);
            try (Connection connection =
                    Objects.requireNonNull(driver.connect(kind.url(target), kind.properties(target, run.timeLeft())))) {
                boolean valid = connection.isValid(Integer.parseInt(ProbedKind.seconds(run.timeLeft())));
                return valid ? Optional.empty() : Optional.of(Failure.UNREACHABLE);
            } catch (SQLException e) {
                return Optional.of(SignInFault.of(e, target.verified()));
            } finally {
                ProbeSockets.takeBack();
            }
        } catch (IOException e) {
            return Optional.of(Failure.UNREACHABLE);
        }
    }
}
