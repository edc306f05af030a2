package io.connreg.examples.sweep;

import io.connreg.spi.ConnectionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where a store lives: what it writes where, and what can befall it. */
interface House extends AutoCloseable {

    ConnectionStore open();

    /** The password of the database; empty if there is none. */
    String password();

    /** Files and folders that hold whatever it has written until now. */
    List<Path> written() throws IOException;

    /** Ruins of what it stands on, one after the other; there is no way back. */
    List<Runnable> blows();

    /** What must be in its files or in the log, so that it is sure that these were looked into. */
    List<String> signs();

    @Override
    void close();
}
