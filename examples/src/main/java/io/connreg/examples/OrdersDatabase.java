package io.connreg.examples;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.Server;

/** The database that the demo connection leads to: H2 in memory, listening on a free port of this machine. */
final class OrdersDatabase implements AutoCloseable {
    private final Server server;
    private final Connection keptOpen;

    private OrdersDatabase(Server server, Connection keptOpen) {
        this.server = server;
        this.keptOpen = keptOpen;
    }

    static OrdersDatabase start(String password) throws SQLException {
        Connection database = DriverManager.getConnection("jdbc:h2:mem:orders", "app", password);
        try (Statement statement = database.createStatement()) {
            statement.execute("create table orders (item varchar(100), amount integer)");
            statement.execute("insert into orders values ('lamp', 2), ('desk', 1)");
        }
        Server server = Server.createTcpServer("-tcpPort", "0").start();
        return new OrdersDatabase(server, database);
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void close() throws SQLException {
        server.stop();
        keptOpen.close();
    }
}
