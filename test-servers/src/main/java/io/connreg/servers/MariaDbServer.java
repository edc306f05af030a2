package io.connreg.servers;

import java.util.concurrent.CompletableFuture;

/**
 * MariaDB, as it comes, bar TLS: with a character set and a collation that are not Unicode's, and acknowledged writes on
 * the disk. With the system property {@code registry.test.mariadb.url} tests share a server that runs already. Without
 * it, one is started from the jar on the class path, which is there in the profile {@code mariadb}, on Linux alone; where
 * that cannot be done, tests fail.
 */
public final class MariaDbServer {
    private MariaDbServer() {}

    /** The first call makes it; a failure is kept as well. */
    private static final class Shared {
        static final CompletableFuture<DatabaseServer> SERVER =
                CompletableFuture.supplyAsync(() -> OwnServer.unlessOneRuns(new MariaDb()), Runnable::run);
    }

    /**
     * The server that all tests of this JVM share. It ends with the JVM, however that ends.
     *
     * @throws java.util.concurrent.CompletionException if there is none, with the reason and the end of its log
     */
    public static DatabaseServer shared() {
        return Shared.SERVER.join();
    }

    /**
     * Starts one for a test alone, which may kill it. It ends with the JVM at the latest.
     *
     * @throws IllegalStateException if it does not start, with the reason and the end of its log
     */
    public static OwnServer start() {
        return OwnServer.start(new MariaDb());
    }
}
