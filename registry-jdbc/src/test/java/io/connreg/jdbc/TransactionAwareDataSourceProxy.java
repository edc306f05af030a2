package io.connreg.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Hands out the connection of the thread's transaction if there is one, as frameworks' sources of this name do. */
class TransactionAwareDataSourceProxy implements DataSource {
    private final String url;
    private final Map<Thread, Connection> bound = new ConcurrentHashMap<>();

    TransactionAwareDataSourceProxy(String url) {
        this.url = url;
    }

    /** Begins a transaction of this thread. */
    Connection begin() throws SQLException {
        Connection connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
        bound.put(Thread.currentThread(), connection);
        return connection;
    }

    void end() throws SQLException {
        Connection connection = bound.remove(Thread.currentThread());
        if (connection != null) {
            connection.close();
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = bound.get(Thread.currentThread());
        return connection == null ? DriverManager.getConnection(url) : uncloseable(connection);
    }

    private static Connection uncloseable(Connection inside) {
        return (Connection) Proxy.newProxyInstance(
                TransactionAwareDataSourceProxy.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(inside, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
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
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
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
