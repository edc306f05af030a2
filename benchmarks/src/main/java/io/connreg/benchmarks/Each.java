package io.connreg.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Runs a part on an empty database of each kind that is asked for. */
final class Each {
    /** A part on one storage. */
    @FunctionalInterface
    interface Part {
        List<Answer> measure(Settings settings, Storage storage) throws Exception;
    }

    private Each() {}

    static List<Answer> storage(Settings settings, Part part) throws Exception {
        List<Answer> answers = new ArrayList<>();
        for (String name : settings.storages()) {
            try (Storage storage = Storage.open(name, settings.out())) {
                answers.addAll(part.measure(settings, storage));
            }
        }
        return answers;
    }
}
