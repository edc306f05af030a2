package io.connreg.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections of a URL. The pool is given this and not the URL, and drivers its address, so that they have no password to log. */
final class DriverSource implements DataSource {
    /** How much longer than the server the driver waits, so that a server that answers at all is heard. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final UrlLogin url;
    private final Duration longestAnswer;
    private volatile int loginTimeout;

    DriverSource(UrlLogin url, JdbcOptions options) {
        this.url = url;
        this.longestAnswer = options.statementTimeout().plus(GRACE);
    }

    /** A connection that is given up when its server says nothing for too long; on H2 the driver cannot do that. */
    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = DriverManager.getConnection(url.address(), url.login());
        try {
            connection.setNetworkTimeout(Runnable::run, (int) Math.min(Integer.MAX_VALUE, longestAnswer.toMillis()));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {}

    /** The pool sets it, and when it closes waits as long for a connection that is just being opened. */
    @Override
    public int getLoginTimeout() {
        return loginTimeout;
    }

    @Override
    public void setLoginTimeout(int seconds) {
        loginTimeout = seconds;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
