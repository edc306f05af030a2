package io.connreg.file;

import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListScope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows that may match a query, in its order, by the index that has the fewest of the others. */
final class Candidates {
    private final Memory memory;
    private final ListScope scope;
    private final ConnectionFilter filter;

    Candidates(Memory memory, ListScope scope, ConnectionFilter filter) {
        this.memory = memory;
        this.scope = scope;
        this.filter = filter;
    }

    /** Whether a row is in the scope and matches. */
    boolean hold(Row row) {
        return scope.admits(row.head()) && filter.matches(row.head(), row.terms());
    }

    /** In no order. */
    Stream<Entry> all() {
        return sets().stream().flatMap(Collection::stream);
    }

    Iterator<Entry> inOrder(boolean oldestFirst, ListQuery.@Nullable Position after) {
        List<Iterator<Entry>> walks = new ArrayList<>();
        for (NavigableSet<Entry> set : sets()) {
            NavigableSet<Entry> directed = oldestFirst ? set : set.descendingSet();
            walks.add((after == null ? directed : directed.tailSet(new Entry(after.id(), after.createdMicros()), false))
                    .iterator());
        }
        return walks.size() == 1 ? walks.get(0) : new Merged(walks, oldestFirst);
    }

    /** Sets in order of creation that together hold all that may match, each once. */
    private List<NavigableSet<Entry>> sets() {
        if (!filter.ids().isEmpty()) {
            NavigableSet<Entry> wanted = new TreeSet<>(Entry.BY_CREATION);
            filter.ids().stream().map(memory::byId).filter(Objects::nonNull).forEach(wanted::add);
            return List.of(wanted);
        }
        Set<String> workspaces = workspaces();
        if (workspaces == null) {
            return List.of(memory.byCreation());
        }
        return workspaces.stream()
                .map(memory::workspace)
                .filter(Objects::nonNull)
                .map(workspace -> workspace.byCreation)
                .toList();
    }

    /** Null if a row of any workspace may match. */
    private @Nullable Set<String> workspaces() {
        if (filter.workspaceId() != null) {
            return Set.of(filter.workspaceId());
        }
        boolean everywhere = scope.grants().stream().anyMatch(grant -> grant.workspaceId() == null);
        return everywhere
                ? null
                : scope.grants().stream().map(ListScope.Grant::workspaceId).collect(Collectors.toSet());
    }

    /** Several walks as one. */
    private static final class Merged implements Iterator<Entry> {
        private record Head(Entry entry, Iterator<Entry> rest) {}

        private final PriorityQueue<Head> heads;

        Merged(List<Iterator<Entry>> walks, boolean oldestFirst) {
            Comparator<Entry> order = oldestFirst ? Entry.BY_CREATION : Collections.reverseOrder(Entry.BY_CREATION);
            heads = new PriorityQueue<>(Comparator.comparing(Head::entry, order));
            walks.forEach(this::advance);
        }

        @Override
        public boolean hasNext() {
            return !heads.isEmpty();
        }

        @Override
        public Entry next() {
            Head first = heads.poll();
            if (first == null) {
                throw new NoSuchElementException();
            }
            advance(first.rest());
            return first.entry();
        }

        private void advance(Iterator<Entry> walk) {
            if (walk.hasNext()) {
                heads.add(new Head(walk.next(), walk));
            }
        }
    }
}
