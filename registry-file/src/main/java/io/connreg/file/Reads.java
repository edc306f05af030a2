package io.connreg.file;

import io.connreg.KeyId;
import io.connreg.spi.ListQuery;
import io.connreg.spi.StoredConnection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds rows in memory and reads their documents from the files. Waits for nobody. */
final class Reads {
    private final Memory memory;
    private final Failures failures;
    private final BooleanSupplier closed;

    Reads(Memory memory, Failures failures, BooleanSupplier closed) {
        this.memory = memory;
        this.failures = failures;
        this.closed = closed;
    }

    Optional<StoredConnection> find(String id) {
        return read(memory.byId(id), row -> true);
    }

    Optional<StoredConnection> findByName(String workspaceId, String name) {
        return read(memory.byName(workspaceId, name), row -> row.head().name().equals(name));
    }

    List<StoredConnection> list(ListQuery query) {
        Candidates candidates = new Candidates(memory, query.scope(), query.filter());
        Iterator<Entry> walk = candidates.inOrder(query.oldestFirst(), query.after());
        List<StoredConnection> page = new ArrayList<>();
        long budget = query.budget();
        while (walk.hasNext() && page.size() < query.limit() && budget > 0) {
            Optional<StoredConnection> row = read(walk.next(), candidates::hold);
            if (row.isPresent()) {
                page.add(row.get());
                budget -= row.get().document().length();
            }
        }
        return page;
    }

    long count(Candidates candidates) {
        return candidates
                .all()
                .map(Entry::row)
                .filter(row -> row != null && candidates.hold(row))
                .count();
    }

    List<StoredConnection> scan(String afterId, int limit, Predicate<Row> wanted) {
        List<StoredConnection> rows = new ArrayList<>();
        Iterator<Entry> walk =
                memory.inOrderOfIds().tailSet(new Entry(afterId, 0), false).iterator();
        while (walk.hasNext() && rows.size() < limit) {
            read(walk.next(), wanted).ifPresent(rows::add);
        }
        return rows;
    }

    Map<KeyId, Long> countSecretsByKey() {
        Map<KeyId, Long> counts = new HashMap<>();
        for (Entry entry : memory.byCreation()) {
            Row row = entry.row();
            if (row != null) {
                row.terms().secretsByKey().forEach((key, secrets) -> counts.merge(key, (long) secrets, Long::sum));
            }
        }
        return counts;
    }

    /** A row whose file was given up has moved: it is looked at again. */
    private Optional<StoredConnection> read(@Nullable Entry entry, Predicate<Row> wanted) {
        while (entry != null) {
            Row row = entry.row();
            if (row == null || !wanted.test(row)) {
                break;
            }
            if (row.place().file().enter()) {
                try {
                    return Optional.of(new StoredConnection(row.head(), document(row)));
                } finally {
                    row.place().file().leave();
                }
            }
            if (closed.getAsBoolean()) {
                throw failures.closed();
            }
            Thread.onSpinWait();
        }
        return Optional.empty();
    }

    private String document(Row row) {
        Place place = row.place();
        try {
            byte[] line = place.file().read(place.at(), place.length());
            if (!Frame.isWhole(line, 0, line.length - 1)) {
                throw new IOException("a line is damaged");
            }
            return DocumentText.read(line, place.documentAt(), line.length - 1);
        } catch (IOException e) {
            throw failures.unreadable(row.head().id(), place, e);
        }
    }
}
