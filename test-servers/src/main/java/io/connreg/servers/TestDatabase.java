package io.connreg.servers;

/** An empty database for one test. Its user owns it, and has no rights beyond databases of tests. Thread-safe. */
public final class TestDatabase implements AutoCloseable {
    private final Databases databases;
    private final String name;

    TestDatabase(Databases databases, String name) {
        this.databases = databases;
        this.name = name;
    }

    /** Its JDBC URL, with user and password. */
    public String url() {
        return databases.url(name);
    }

    /**
     * Removes it, whoever is still connected. Closing it again does nothing.
     *
     * @throws IllegalStateException if the server does not answer or refuses
     */
    @Override
    public void close() {
        databases.drop(name);
    }
}
