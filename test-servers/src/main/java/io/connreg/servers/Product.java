package io.connreg.servers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What one kind of server has of its own. Its text form is its name. */
interface Product {

    /** The system property with the URL of a running server that tests are to use. */
    String property();

    /** What such a URL looks like. */
    String urlForm();

    /** Where its programs are, unpacked if they were not. */
    Path programs() throws IOException;

    /** What fills the data folder, which is there and empty. */
    ProcessBuilder initialize(Place place) throws IOException;

    /** What runs until it is ended. */
    ProcessBuilder serve(Place place) throws IOException;

    /** What the administrator says first, so that there is a user who may make databases for tests. */
    List<String> makeUser(String password);

    String adminUrl(Place place);

    String userUrl(Place place);

    /** What drops a database if it is there, whoever is connected. */
    String drop(String database);

    /** The signal that ends the server at once and leaves nothing behind but its folder. */
    String endSignal();

    /** What to do where none can be started. */
    default String hint() {
        return "To use one that runs: -D" + property() + "=" + urlForm();
    }
}
