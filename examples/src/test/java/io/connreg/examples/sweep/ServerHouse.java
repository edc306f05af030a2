package io.connreg.examples.sweep;

import io.connreg.jdbc.JdbcStores;
import io.connreg.servers.MariaDbServer;
import io.connreg.servers.OwnServer;
import io.connreg.servers.PostgresServer;
import io.connreg.servers.TestDatabase;
import io.connreg.spi.ConnectionStore;
import java.nio.file.Path;
import java.util.List;

/** A store on a server of its own, which logs each statement with its values. */
final class ServerHouse implements House {
    private final OwnServer server;
    private final TestDatabase database;
    private final List<String> drops;
    private final List<String> signs;

    private ServerHouse(OwnServer server, List<String> drops, List<String> signs) {
        this.server = server;
        this.drops = drops;
        this.signs = signs;
        this.database = server.newDatabase();
    }

    static ServerHouse postgreSql() {
        OwnServer server = PostgresServer.start();
        for (String setting : List.of(
                "log_statement = 'all'",
                "log_min_duration_statement = 0",
                "log_min_messages = debug2",
                "log_error_verbosity = verbose",
                "log_parameter_max_length_on_error = -1")) {
            Sql.run(server.adminUrl(), "alter system set " + setting);
        }
        Sql.run(server.adminUrl(), "select pg_reload_conf()");
        return new ServerHouse(
                server,
                List.of("drop schema public cascade"),
                List.of("HikariPool", "insert into connreg_connection", "FE=> Bind(stmt=", "LOG:  00000: execute"));
    }

    static ServerHouse mariaDb() {
        OwnServer server = MariaDbServer.start();
        Sql.run(
                server.adminUrl(),
                "set global log_output = 'FILE'",
                "set global general_log = 1",
                "set global long_query_time = 0",
                "set global slow_query_log = 1",
                "set global log_warnings = 9");
        return new ServerHouse(
                server,
                List.of("set foreign_key_checks = 0", "drop table connreg_key", "drop table connreg_connection"),
                List.of("HikariPool", "insert into connreg_connection"));
    }

    @Override
    public ConnectionStore open() {
        return JdbcStores.open(database.url());
    }

    @Override
    public String password() {
        return database.url().replaceAll(".*password=", "");
    }

    @Override
    public List<Path> written() {
        return List.of(server.data(), server.log());
    }

    @Override
    public List<Runnable> blows() {
        return List.of(() -> Sql.run(database.url(), drops.toArray(String[]::new)), server::kill);
    }

    @Override
    public List<String> signs() {
        return signs;
    }

    @Override
    public void close() {
        server.close();
    }
}
