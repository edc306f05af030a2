package io.connreg;

import io.connreg.spec.ConnectionSpec;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/** The view of a connection as stored by nobody. */
final class SampleView {
    private SampleView() {}

    static ConnectionView of(String id, ConnectionSpec spec) {
        return new ConnectionView(
                id,
                "ws-1",
                "orders",
                spec.connectionType(),
                Accessibility.PRIVATE,
                "alice",
                "",
                spec.configs(),
                spec.secrets().keySet(),
                new TreeMap<>(),
                List.of(),
                ResourceMeta.NONE,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }
}
