package io.connreg.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Connections on which one statement or commit fails. For one thread. */
final class FaultySource {
    private static final Set<String> FAILING = Set.of(
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeLargeUpdate",
            "executeBatch",
            "executeLargeBatch",
            "commit");

    private final String url;
    private Set<String> failing = FAILING;
    private int left;
    private boolean after;
    private boolean always;
    private String state = "";

    FaultySource(String url) {
        this.url = url;
    }

    /**
     * The n-th from now on, counted from 1, fails with this SQLState.
     *
     * @param done whether it is done first
     */
    void failAt(int statement, boolean done, String sqlState) {
        left = statement;
        after = done;
        state = sqlState;
    }

    /** All fail from now on. */
    void failAlways(String sqlState) {
        failAt(1, false, sqlState);
        always = true;
    }

    /** The next connection that is closed is closed, and fails with this SQLState. */
    void failClosing(String sqlState) {
        failAt(1, true, sqlState);
        failing = Set.of("close");
    }

    /** Whether it has failed. Nothing fails any more. */
    boolean hasFailed() {
        boolean failed = left <= 0;
        left = 0;
        always = false;
        failing = FAILING;
        return failed;
    }

    DataSource source() {
        return wrapped(DataSource.class, this);
    }

    private <T> T wrapped(Class<T> type, Object inside) {
        return type.cast(Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(inside, method, arguments)));
    }

    private @Nullable Object call(Object inside, Method method, Object @Nullable [] arguments) throws Throwable {
        if (inside == this) {
            return wrapped(Connection.class, DriverManager.getConnection(url));
        }
        boolean counts = failing.contains(method.getName())
                && (inside instanceof Connection || !method.getName().equals("close"));
        boolean fails = counts && (--left == 0 || always);
        if (fails && !after) {
            throw new SQLException("canary", state);
        }
        try {
            Object result = method.invoke(inside, arguments);
            if (fails) {
                throw new SQLException("canary", state);
            }
            boolean statement = method.getName().equals("createStatement")
                    || method.getName().startsWith("prepare");
            return statement ? wrapped((Class<?>) method.getReturnType(), result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
