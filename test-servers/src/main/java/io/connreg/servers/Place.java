package io.connreg.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Where one server lives.
 *
 * @param folder its own, private to whom it runs as
 * @param password of its administrator and of its user, who can be reached by all who are on this machine
 */
record Place(Path programs, Path folder, int port, String password) {
    /** Below those that the system gives to outgoing connections: after a kill the port must still be free. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 12_000;

    static Place create(Path programs) throws IOException {
        Path folder = Files.createTempDirectory("connreg-server-").toRealPath();
        ServerUser.give(folder);
        ServerUser.give(Files.createDirectory(folder.resolve("data")));
        return new Place(programs, folder, freePort(), UUID.randomUUID().toString());
    }

    private static int freePort() {
        SecureRandom random = new SecureRandom();
        int port = FIRST_PORT + random.nextInt(PORTS);
        while (!isFree(port)) {
            port = FIRST_PORT + random.nextInt(PORTS);
        }
        return port;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("log");
    }

    List<ProcessHandle> processes() {
        return processes(folder);
    }

    /** Those that have their working directory in a folder, or had it there until the folder was removed. */
    static List<ProcessHandle> processes(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> isIn(folder, process))
                .toList();
    }

    private static boolean isIn(Path folder, ProcessHandle process) {
        Path directory = Path.of("/proc", Long.toString(process.pid()), "cwd");
        try {
            return Files.readSymbolicLink(directory).startsWith(folder);
        } catch (IOException goneOrAnotherUsers) {
            return false;
        }
    }

    /** One of the programs, as whom the server runs as. */
    ProcessBuilder run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(programs.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return ServerUser.run(command);
    }
}
