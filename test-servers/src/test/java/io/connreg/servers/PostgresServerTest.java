package io.connreg.servers;

final class PostgresServerTest implements ServerRules {
    @Override
    public Product product() {
        return new Postgres();
    }

    @Override
    public DatabaseServer shared() {
        return PostgresServer.shared();
    }

    @Override
    public OwnServer start() {
        return PostgresServer.start();
    }

    @Override
    public String vital() {
        return "pg_hba.conf";
    }
}
