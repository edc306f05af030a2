package io.connreg.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whom servers run as: who runs the tests, or nobody if that is root, as whom they refuse to run. */
final class ServerUser {
    private static final int NOBODY = 65_534;

    private ServerUser() {}

    /** The number of who runs the tests. */
    static int current() throws IOException {
        return owner(Path.of("/proc/self"));
    }

    static int owner(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid");
    }

    /** Makes a file the server's own. */
    static Path give(Path file) throws IOException {
        if (current() == 0) {
            Files.setAttribute(file, "unix:uid", NOBODY);
            Files.setAttribute(file, "unix:gid", NOBODY);
        }
        return file;
    }

    static ProcessBuilder run(List<String> command) throws IOException {
        List<String> asUser = new ArrayList<>();
        if (current() == 0) {
            asUser.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        }
        asUser.addAll(command);
        return new ProcessBuilder(asUser);
    }
}
