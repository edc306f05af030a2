package io.connreg.servers;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarFile;

/** The programs of servers, unpacked from jars of the class path into the folder of temporary files, once a user. */
final class Programs {
    private Programs() {}

    /** Fills an empty folder, or goes over what was left of an earlier attempt. */
    @FunctionalInterface
    interface Unpacking {
        void unpack(JarFile jar, Path folder) throws IOException;
    }

    /** Whether this machine is of a kind, as {@code amd64}, whose programs there are. */
    static boolean isLinux(String... architectures) {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).equals("linux")
                && Set.of(architectures).contains(System.getProperty("os.arch"));
    }

    /**
     * Unpacks a jar, or finds it unpacked. Of many JVMs one does it, and the others wait.
     *
     * @param resource something in the jar
     */
    static synchronized Path of(URL resource, Unpacking unpacking) throws IOException {
        URL file = ((JarURLConnection) resource.openConnection()).getJarFileURL();
        Path jar = Path.of(URI.create(file.toString()));
        Path home = home();
        Path folder = home.resolve(jar.getFileName().toString().replace(".jar", ""));
        Path done = home.resolve(folder.getFileName() + ".unpacked");
        try (FileChannel lock =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            if (Files.notExists(done)) {
                try (JarFile open = new JarFile(jar.toFile())) {
                    unpacking.unpack(open, Files.createDirectories(folder));
                }
                Files.createFile(done);
            }
        }
        return folder;
    }

    /** All may read it, since root's servers run as nobody; but only its owner may have made it. */
    private static Path home() throws IOException {
        Path home = Path.of(System.getProperty("java.io.tmpdir"), "connreg-servers-" + ServerUser.current());
        Files.createDirectories(home);
        if (ServerUser.owner(home) != ServerUser.current()) {
            throw new IOException(home + " belongs to another user; remove it");
        }
        return Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
