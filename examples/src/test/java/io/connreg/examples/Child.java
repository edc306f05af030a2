package io.connreg.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another JVM that runs the main method of a test class; killed when closed. */
record Child(Process process, BufferedReader output) implements AutoCloseable {

    /** On the class path of this JVM. */
    static Child run(Class<?> main, String... arguments) throws IOException {
        return run(List.of("-cp", System.getProperty("java.class.path")), main, arguments);
    }

    /** One of little memory that starts quickly and logs warnings alone, of which there may be many at once. */
    static Child small(Class<?> main, String... arguments) throws IOException {
        List<String> options = List.of(
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Djava.util.logging.config.file=" + System.getProperty("java.util.logging.config.file"),
                "-cp",
                System.getProperty("java.class.path"));
        return run(options, main, arguments);
    }

    /** Seeing what these options say. */
    static Child run(List<String> options, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Child(process, process.inputReader());
    }

    /** Kills it as SIGKILL does, where there are signals. */
    void kill() throws InterruptedException {
        // Unlike the process's own method, its handle's leaves what was printed readable.
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
