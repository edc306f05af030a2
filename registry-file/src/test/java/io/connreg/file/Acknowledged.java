package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.ConnectionHead;
import io.connreg.spi.StoredConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a writer in another process has printed: what of each row was acknowledged, and what was under way. */
final class Acknowledged {
    private static final long DELETED = 0;

    private final Map<String, Long> did = new HashMap<>();
    private final Map<String, Long> will = new HashMap<>();
    private final Function<ConnectionHead, StoredConnection> expected;
    private long acknowledgements;

    /** @param expected what a row of this id and row version must be, whole */
    Acknowledged(Function<ConnectionHead, StoredConnection> expected) {
        this.expected = expected;
    }

    /** Whether the line tells of an acknowledged write. A kill may cut the last one short; then it tells nothing. */
    boolean note(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 4 || !parts[3].equals(".")) {
            return false;
        }
        will.put(parts[1], Long.valueOf(parts[2]));
        boolean acknowledged = parts[0].equals("did");
        if (acknowledged) {
            did.put(parts[1], Long.valueOf(parts[2]));
            acknowledgements++;
        }
        return acknowledged;
    }

    /** Each row is as it was acknowledged, or as it was about to become; there is no other. */
    void check(FileConnectionStore store) {
        Map<String, StoredConnection> rows = store.scan("", Integer.MAX_VALUE).stream()
                .collect(Collectors.toMap(row -> row.head().id(), Function.identity()));
        assertThat(will).containsKeys(rows.keySet().toArray(String[]::new));
        will.forEach((id, underWay) -> {
            StoredConnection row = rows.get(id);
            long found = row == null ? DELETED : row.head().rowVersion();
            assertThat(found).as(id).isIn(did.getOrDefault(id, DELETED), underWay);
            if (row != null) {
                assertThat(row).isEqualTo(expected.apply(row.head()));
            }
            did.put(id, found);
        });
        will.putAll(did);
    }

    @Override
    public String toString() {
        long left = did.values().stream().filter(version -> version != DELETED).count();
        return acknowledgements + " acknowledged writes, " + left + " rows left";
    }
}
