package io.connreg.file;

import io.connreg.StorageException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/**
 * The one thread that writes: takes all that is asked for, judges it, writes it, forces it, and only then changes memory
 * and answers. When a write or a force fails it stops for good: what is on disk is then not known, and a force that is
 * tried again may claim what is not true.
 */
final class Writer implements Runnable {
    private final WriteQueue queue;
    private final Memory memory;
    private final Journal journal;
    private final Compactor compactor;
    private final Sizes sizes;
    private final Failures failures;
    private final Queue<Request.Part> waiting = new ArrayDeque<>();

    Writer(WriteQueue queue, Memory memory, Journal journal, Compactor compactor, Sizes sizes, Failures failures) {
        this.queue = queue;
        this.memory = memory;
        this.journal = journal;
        this.compactor = compactor;
        this.sizes = sizes;
        this.failures = failures;
    }

    @Override
    public void run() {
        try {
            while (queue.drainTo(waiting)) {
                write(Batch.take(waiting, memory));
                compactIfWorthIt();
            }
            journal.close();
        } catch (IOException | RuntimeException | Error e) {
            stop(e);
        }
    }

    private void write(Batch batch) throws IOException {
        List<byte[]> lines = batch.lines();
        try {
            if (lines.isEmpty()) {
                batch.done(journal.segment(), journal.end());
                return;
            }
            if (journal.isFull(lines)) {
                journal.next();
            }
            long before = journal.end();
            long first = journal.append(lines);
            memory.addDead(first - before);
            batch.done(journal.segment(), first);
        } catch (IOException | RuntimeException | Error e) {
            batch.fail(failures.stopped(e));
            throw e;
        }
    }

    private void compactIfWorthIt() throws IOException {
        if (sizes.wasteful(memory.dead(), memory.live()) && compactor.isFree()) {
            compactor.begin(journal);
        }
    }

    private void stop(Throwable cause) {
        StorageException reason = failures.stopped(cause);
        queue.shut(() -> failures.stopped(cause));
        while (queue.drainTo(waiting)) {
            waiting.forEach(part -> part.request().fail(reason));
            waiting.clear();
        }
    }
}
