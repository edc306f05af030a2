package io.connreg.servers;

/** A server that gives each test a database of its own. Thread-safe. */
public interface DatabaseServer {

    /**
     * Makes an empty database, with the settings that the server gives to every new one.
     *
     * @throws IllegalStateException if the server does not answer or refuses
     */
    TestDatabase newDatabase();

    /** The JDBC URL, with user and password, of who may do most: on a server that tests have started, everything. */
    String adminUrl();
}
