package io.connreg.file;

import io.connreg.spi.WriteOutcome;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** What one caller asks for and waits for: changes in their order, each with its outcome. */
final class Request {
    /** One of a request's changes, on its way to its outcome. */
    record Part(Request request, int number, Change change) {}

    private final List<Change> changes;
    private final WriteOutcome[] outcomes;
    private final CompletableFuture<List<WriteOutcome>> answer = new CompletableFuture<>();
    private int open;

    /** Of at least one change. */
    Request(List<Change> changes) {
        this.changes = changes;
        this.outcomes = new WriteOutcome[changes.size()];
        this.open = changes.size();
    }

    void addTo(Collection<Part> parts) {
        for (int number = 0; number < changes.size(); number++) {
            parts.add(new Part(this, number, changes.get(number)));
        }
    }

    /** The writer's. The caller goes on when all parts have an outcome. */
    void settle(Part part, WriteOutcome outcome) {
        outcomes[part.number()] = outcome;
        open--;
        if (open == 0) {
            answer.complete(Arrays.asList(outcomes));
        }
    }

    void fail(RuntimeException reason) {
        answer.completeExceptionally(reason);
    }

    /** Waits, also through an interrupt: the write may be done by now. */
    List<WriteOutcome> await() {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }
}
