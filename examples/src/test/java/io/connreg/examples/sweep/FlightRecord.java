package io.connreg.examples.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** A recording of all events that there are, of the JDK and of all others. */
final class FlightRecord implements AutoCloseable {
    private static final String THROWN = "jdk.JavaExceptionThrow";
    /** What a probe or a key service says: these exceptions are not the library's. */
    private static final List<String> TALK =
            List.of(Talkers.ProbeTalk.class.getName(), Talkers.KeyServiceTalk.class.getName());

    private final Recording recording = new Recording();

    private FlightRecord() {}

    static FlightRecord start() {
        FlightRecord record = new FlightRecord();
        for (EventType type : FlightRecorder.getFlightRecorder().getEventTypes()) {
            record.recording.enable(type.getName()).withoutThreshold().withoutStackTrace();
        }
        record.recording.start();
        return record;
    }

    /** Looks through the file and through each event in it. */
    void look(Findings findings, Path file) throws IOException {
        recording.stop();
        recording.dump(file);
        findings.lookBut("said", "bytes of the flight recording", Files.readAllBytes(file));
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                findings.count("flight events", 1);
                if (!isTalk(event)) {
                    look(findings, event.getEventType().getName(), event);
                }
            }
        }
    }

    private static boolean isTalk(RecordedEvent event) {
        return event.getEventType().getName().equals(THROWN)
                && TALK.contains(event.getClass("thrownClass").getName());
    }

    private static void look(Findings findings, String where, RecordedObject object) {
        for (ValueDescriptor field : object.getFields()) {
            lookAt(findings, where + "." + field.getName(), object.getValue(field.getName()));
        }
    }

    private static void lookAt(Findings findings, String where, @Nullable Object value) {
        if (value instanceof String text) {
            findings.look(where, text);
        } else if (value instanceof Object[] values) {
            for (Object each : values) {
                lookAt(findings, where, each);
            }
        } else if (value instanceof RecordedObject object && !isOfTheJvm(object)) {
            look(findings, where, object);
        }
    }

    /** Names of threads and classes are in the bytes of the file; in each event they would be read again and again. */
    private static boolean isOfTheJvm(RecordedObject object) {
        return object instanceof RecordedThread || object instanceof RecordedClass;
    }

    @Override
    public void close() {
        recording.close();
    }
}
