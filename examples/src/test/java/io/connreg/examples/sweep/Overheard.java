package io.connreg.examples.sweep;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/** All that is printed or logged, at any level, from its opening to its closing. */
public final class Overheard implements AutoCloseable {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final Logger root = Logger.getLogger("");
    private final List<Handler> usual = List.of(root.getHandlers());
    private final Map<Logger, @Nullable Level> levels = new HashMap<>();
    private final PrintStream ear = new PrintStream(heard, true, StandardCharsets.UTF_8);

    private Overheard() {}

    public static Overheard listen() {
        Overheard listener = new Overheard();
        System.setOut(listener.ear);
        System.setErr(listener.ear);
        for (String name : Collections.list(LogManager.getLogManager().getLoggerNames())) {
            Logger logger = Logger.getLogger(name);
            listener.levels.put(logger, logger.getLevel());
            logger.setLevel(name.isEmpty() ? Level.ALL : null);
        }
        listener.usual.forEach(listener.root::removeHandler);
        listener.root.addHandler(listener.new Writer());
        return listener;
    }

    public String text() {
        return heard.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(out);
        System.setErr(err);
        Arrays.asList(root.getHandlers()).forEach(root::removeHandler);
        usual.forEach(root::addHandler);
        levels.forEach(Logger::setLevel);
    }

    /** Writes records whole, with parameters that their message has no place for. */
    private final class Writer extends Handler {
        private final SimpleFormatter formatter = new SimpleFormatter();

        Writer() {
            setLevel(Level.ALL);
        }

        @Override
        public void publish(LogRecord record) {
            ear.println(record.getLoggerName() + " " + formatter.format(record) + " "
                    + Arrays.toString(record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
