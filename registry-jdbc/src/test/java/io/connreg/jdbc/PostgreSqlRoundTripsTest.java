package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.servers.PostgresServer;
import io.connreg.servers.TestDatabase;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.WriteOutcome;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How often the server is asked: each time costs as much as the network is long. */
final class PostgreSqlRoundTripsTest {
    private static final Set<String> ASKING =
            Set.of("commit", "rollback", "setTransactionIsolation", "getTransactionIsolation", "isValid");

    @AutoClose
    private final TestDatabase database = PostgresServer.shared().newDatabase();

    private final List<String> asked = new ArrayList<>();

    @Test
    void createAndGetAskOnce() {
        DataSource source = recorded(DataSource.class, new Object());
        try (ConnectionStore store = JdbcStores.on(source)) {
            asked.clear();
            assertThat(store.insert(Rows.row("id", "name"))).isEqualTo(WriteOutcome.DONE);
            assertThat(asked).hasSize(1);

            asked.clear();
            assertThat(store.find("id")).isPresent();
            assertThat(asked).hasSize(1);
        }
    }

    private <T> T recorded(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                PostgreSqlRoundTripsTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> record(real, method, arguments)));
    }

    private @Nullable Object record(Object real, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("getConnection") && method.getDeclaringClass() == DataSource.class) {
            return recorded(Connection.class, DriverManager.getConnection(database.url()));
        }
        if (method.getName().startsWith("execute") || ASKING.contains(method.getName())) {
            asked.add(method.getName());
        }
        try {
            Object result = method.invoke(real, arguments);
            return result instanceof PreparedStatement
                    ? recorded(PreparedStatement.class, result)
                    : result instanceof Statement ? recorded(Statement.class, result) : result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
