package io.connreg.file;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Another JVM that runs the main method of a test class; killed when closed. */
record Child(Process process, BufferedReader output) implements AutoCloseable {

    /** @param before what the command begins with, as a shell that changes something for the JVM; may be empty */
    static Child run(List<String> before, Class<?> main, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(before);
        command.add(java);
        String logging = "java.util.logging.config.file";
        if (System.getProperty(logging) != null) {
            command.add("-D" + logging + "=" + System.getProperty(logging));
        }
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new Child(process, process.inputReader());
    }

    /** What this JVM sees, on its class path, its module path or beside its tests. */
    private static String classPath() {
        String file = "io/connreg/file/Child.class";
        URL found = Objects.requireNonNull(Child.class.getResource("/" + file));
        String tests = found.getPath().substring(0, found.getPath().length() - file.length());
        return Stream.of(tests, System.getProperty("jdk.module.path", ""), System.getProperty("java.class.path", ""))
                .collect(Collectors.joining(File.pathSeparator));
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
