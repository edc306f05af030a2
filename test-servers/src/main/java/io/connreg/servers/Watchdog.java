package io.connreg.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;

/**
 * A shell that ends a server and removes its folder when this JVM is gone, however it went. It learns of that by the end
 * of its input, and of the process by a line of it. What it complains of goes to this JVM's errors.
 */
final class Watchdog implements AutoCloseable {
    private static final String SCRIPT = """
            folder=$1 signal=$2 process=
            trap '' HUP INT TERM
            while read -r line; do process=$line; done
            if [ -n "$process" ] && kill -s "$signal" "$process" 2>/dev/null; then
              tries=100
              while [ $tries -gt 0 ] && kill -0 "$process" 2>/dev/null; do
                sleep 0.1
                tries=$((tries - 1))
              done
            fi
            rm -rf "$folder"
            """;

    private final Process shell;
    private final Writer lines;

    private Watchdog(Process shell) {
        this.shell = shell;
        this.lines = shell.outputWriter();
    }

    static Watchdog over(Path folder, String endSignal) throws IOException {
        return new Watchdog(new ProcessBuilder("sh", "-c", SCRIPT, "watchdog", folder.toString(), endSignal)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** From now on it is this process that is to be ended. */
    void watch(Process process) {
        tell(Long.toString(process.pid()));
    }

    /** The process has ended; its number may soon be another's. */
    void forget() {
        tell("");
    }

    private void tell(String line) {
        try {
            lines.write(line + "\n");
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the watchdog of a server has gone", e);
        }
    }

    /** Ends the process and removes the folder now. A second call does nothing. */
    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the watchdog of a server has gone", e);
        }
        Exit.of(shell);
    }
}
