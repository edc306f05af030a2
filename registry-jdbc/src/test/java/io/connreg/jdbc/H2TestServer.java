package io.connreg.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.store.fs.FileUtils;
import org.h2.tools.Server;

/** An H2 server in this JVM, with databases in files. */
final class H2TestServer {
    private static final Server SERVER = start();

    private H2TestServer() {}

    private static Server start() {
        try {
            return Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-ifNotExists")
                    .start();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Kind.Fresh newDatabase() {
        try {
            Path folder = Files.createTempDirectory("connreg-h2-");
            String url = "jdbc:h2:tcp://127.0.0.1:" + SERVER.getPort() + "/" + folder.resolve("db");
            return new Kind.Fresh(url, url, () -> {
                Sessions.execute(url, "shutdown immediately");
                FileUtils.deleteRecursive(folder.toString(), false);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
