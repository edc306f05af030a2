package io.connreg.servers;

import org.junit.jupiter.api.Tag;

@Tag("mariadb")
final class MariaDbServerTest implements ServerRules {
    @Override
    public Product product() {
        return new MariaDb();
    }

    @Override
    public DatabaseServer shared() {
        return MariaDbServer.shared();
    }

    @Override
    public OwnServer start() {
        return MariaDbServer.start();
    }

    @Override
    public String vital() {
        return "ibdata1";
    }
}
