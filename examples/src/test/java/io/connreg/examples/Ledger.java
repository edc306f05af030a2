package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionPage;
import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.ListConnections;
import io.connreg.OpenedConnection;
import io.connreg.spec.RdsSpec;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a store must hold, going by what an {@link AcknowledgingHost} printed. */
final class Ledger {
    private final Map<String, Kept> kept = new HashMap<>();
    private final Map<String, Operation> inFlight = new HashMap<>();
    private final Map<String, Integer> totals = new TreeMap<>();

    /** A connection as far as it matters here. */
    record Kept(String secret, long revision) {}

    private record Operation(String verb, String name, String secret) {
        Optional<Kept> on(Optional<Kept> before) {
            return switch (verb) {
                case "create" -> Optional.of(new Kept(secret, 1));
                case "update" -> before.map(row -> new Kept(secret, row.revision() + 1));
                default -> Optional.empty();
            };
        }
    }

    /** Takes in one line; whether it acknowledges something. One that the kill cut short says nothing. */
    boolean note(String line) {
        String[] parts = line.split(" ", -1);
        if (parts.length != 6) {
            return false;
        }
        Operation operation = new Operation(parts[2], parts[3], parts[4]);
        if (parts[1].equals("begin")) {
            inFlight.put(parts[0], operation);
            return false;
        }
        assertThat(inFlight.remove(parts[0])).isEqualTo(operation);
        put(operation.name(), operation.on(Optional.ofNullable(kept.get(operation.name()))));
        count("acknowledged " + operation.verb());
        return true;
    }

    /** Checks that a store holds what was acknowledged, and goes on from what it holds. */
    void check(Connections connections) {
        Map<String, Kept> found = found(connections);
        Map<String, Set<Optional<Kept>>> allowed = new HashMap<>();
        kept.forEach((name, row) -> allowed.put(name, new HashSet<>(Set.of(Optional.of(row)))));
        for (Operation operation : inFlight.values()) {
            Optional<Kept> before = Optional.ofNullable(kept.get(operation.name()));
            Optional<Kept> now = Optional.ofNullable(found.get(operation.name()));
            allowed.computeIfAbsent(operation.name(), name -> new HashSet<>(Set.of(Optional.empty())))
                    .add(operation.on(before));
            count(now.equals(before) ? "in flight, did not happen" : "in flight, happened");
        }
        Set<String> names = new HashSet<>(allowed.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            assertThat(allowed.getOrDefault(name, Set.of(Optional.empty())))
                    .as(name)
                    .contains(Optional.ofNullable(found.get(name)));
        }
        inFlight.clear();
        kept.clear();
        kept.putAll(found);
    }

    /** Every row opens, is found by its name and by its model, and is counted. */
    private static Map<String, Kept> found(Connections connections) {
        ListConnections everything = ListConnections.inAllWorkspaces().pageSize(ListConnections.MAX_PAGE_SIZE);
        List<ConnectionView> views = connections.stream(everything).toList();
        ConnectionPage offering = connections.list(everything.toolCall(true).withTotal());
        assertThat(offering.total()).hasValue(views.size());
        Map<String, Kept> found = new HashMap<>();
        for (ConnectionView view : views) {
            assertThat(connections.getByName(view.name())).isEqualTo(view);
            assertThat(view.models())
                    .singleElement()
                    .satisfies(model -> assertThat(model.model()).isEqualTo(view.name()));
            try (OpenedConnection opened = connections.open(view.id())) {
                String secret = opened.spec(RdsSpec.class).password().reveal();
                found.put(view.name(), new Kept(secret, view.revision()));
            }
        }
        return found;
    }

    private void put(String name, Optional<Kept> row) {
        row.ifPresentOrElse(present -> kept.put(name, present), () -> kept.remove(name));
    }

    private void count(String what) {
        totals.merge(what, 1, Integer::sum);
    }

    int size() {
        return kept.size();
    }

    /** How often what was seen. */
    Map<String, Integer> totals() {
        return totals;
    }
}
