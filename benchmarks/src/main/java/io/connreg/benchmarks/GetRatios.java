package io.connreg.benchmarks;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** A connection that is not in memory, read by its id. */
final class GetRatios {
    private static final int ROWS = 100_000;

    private GetRatios() {}

    static List<Answer> measure(Settings settings) throws Exception {
        return Each.storage(settings, GetRatios::measure);
    }

    private static List<Answer> measure(Settings settings, Storage storage) throws Exception {
        MasterKey key = MasterKey.line(MasterKey.generate());
        List<String> ids = Filled.with(Math.min(ROWS, settings.rows()), storage, key);
        PlainReads plain = new PlainReads(storage.plain());
        try (ConnectionRegistry registry = Registries.builder()
                .storage(storage.store())
                .masterKey(key)
                .cacheBytes(0)
                .open()) {
            Connections connections = registry.actingAs(Samples.administrator());
            String reach = storage.kind() == Storage.Kind.H2 ? "≤ 1.15" : "≤ 1.1";
            return List.of(settings.turns()
                    .compare(
                            Question.read(
                                    "get",
                                    "get, not in memory",
                                    "plain JDBC from a pool, JSON by Jackson databind",
                                    storage.shown(),
                                    reach),
                            () -> connections.get(any(ids)),
                            () -> plain.find(any(ids))));
        }
    }

    private static String any(List<String> ids) {
        return ids.get(ThreadLocalRandom.current().nextInt(ids.size()));
    }
}
