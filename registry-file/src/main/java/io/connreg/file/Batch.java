package io.connreg.file;

import io.connreg.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;

/** Changes that are written together: none of them touches what another does, so all are judged by what is on disk. */
final class Batch {
    /** It bounds what a batch takes of memory. */
    private static final long LARGEST = 64L << 20;

    private final Memory memory;
    private final List<Request.Part> taken = new ArrayList<>();
    private final List<byte[]> lines = new ArrayList<>();
    private final Set<Change.Subject> touched = new HashSet<>();
    private final List<Runnable> answers = new ArrayList<>();
    private long bytes;

    private Batch(Memory memory) {
        this.memory = memory;
    }

    /** Takes from the front what may be written together: at least one. */
    static Batch take(Queue<Request.Part> parts, Memory memory) {
        Batch batch = new Batch(memory);
        for (Request.Part next = parts.peek(); next != null && batch.takes(next); next = parts.peek()) {
            parts.remove();
        }
        return batch;
    }

    /** The lines to write; empty if nothing is to be changed. */
    List<byte[]> lines() {
        return lines;
    }

    /** All lines are on disk, the first of them at this place: changes memory, then tells the callers. */
    void done(DataFile file, long first) {
        long at = first;
        for (Request.Part part : taken) {
            Lines.Written line = part.change().line();
            part.change().apply(memory, new Place(file, at, line.bytes().length, line.documentAt()));
            at += line.bytes().length;
        }
        answers.forEach(Runnable::run);
    }

    /** Nobody knows what is on disk. */
    void fail(RuntimeException reason) {
        taken.forEach(part -> part.request().fail(reason));
        answers.forEach(Runnable::run);
    }

    private boolean takes(Request.Part part) {
        Change change = part.change();
        List<Change.Subject> subjects = change.changes(memory);
        boolean apart = subjects.stream().noneMatch(touched::contains)
                && !(change.asksForSlot() && touched.contains(new Change.Subject.Slot()))
                && (lines.isEmpty() || bytes + change.line().bytes().length <= LARGEST);
        if (apart) {
            judge(part, subjects);
        }
        return apart;
    }

    private void judge(Request.Part part, List<Change.Subject> subjects) {
        try {
            WriteOutcome outcome = part.change().judge(memory);
            answers.add(() -> part.request().settle(part, outcome));
            if (outcome == WriteOutcome.DONE) {
                touched.addAll(subjects);
                taken.add(part);
                lines.add(part.change().line().bytes());
                bytes += part.change().line().bytes().length;
            }
        } catch (RuntimeException refused) {
            answers.add(() -> part.request().fail(refused));
        }
    }
}
