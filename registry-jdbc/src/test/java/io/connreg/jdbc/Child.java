package io.connreg.jdbc;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Another JVM that runs the main method of a test class; killed when closed. */
record Child(Process process, BufferedReader output) implements AutoCloseable {

    static Child run(Class<?> main, String... arguments) throws IOException {
        return run(List.of(), List.of(), main, arguments);
    }

    /**
     * @param options the JVM's
     * @param leftOut parts of names that are not to be on its class path
     */
    static Child run(List<String> options, List<String> leftOut, Class<?> main, String... arguments)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(java)));
        builder.command().addAll(options);
        builder.command().addAll(List.of("-cp", classPath(leftOut), main.getName()));
        builder.command().addAll(List.of(arguments));
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new Child(process, process.inputReader());
    }

    /** What this JVM sees, on its class path, its module path or beside its tests. */
    private static String classPath(List<String> leftOut) {
        Set<String> entries = new LinkedHashSet<>(List.of(tests()));
        for (String property : List.of("jdk.module.path", "java.class.path")) {
            entries.addAll(Arrays.asList(System.getProperty(property, "").split(File.pathSeparator, -1)));
        }
        return entries.stream()
                .filter(entry -> leftOut.stream().noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String tests() {
        String file = "io/connreg/jdbc/Child.class";
        URL found = Objects.requireNonNull(Child.class.getResource("/" + file));
        return found.getPath().substring(0, found.getPath().length() - file.length());
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
