package io.connreg.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A host's pool of one connection, that puts nothing right when it comes back. */
final class OneConnection implements AutoCloseable {
    private final Connection connection;
    private boolean out;

    OneConnection(String url, boolean autoCommit) throws SQLException {
        connection = DriverManager.getConnection(url);
        connection.setAutoCommit(autoCommit);
    }

    DataSource source() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (out || !method.getName().equals("getConnection")) {
                throw new IllegalStateException("the one connection is out, or more than a connection is wanted");
            }
            out = true;
            return proxy(Connection.class, this::lent);
        });
    }

    private @Nullable Object lent(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            out = false;
            return null;
        }
        try {
            return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> proxy == arguments[0];
                default -> method.invoke(connection, arguments);
            };
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(OneConnection.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    boolean isOut() {
        return out;
    }

    /** The connection itself. */
    Connection inside() {
        return connection;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
