package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionView;
import io.connreg.Connections;
import io.connreg.ListConnections;
import io.connreg.OpenedConnection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** What a store may hold, going by what {@link RotatedHost}s print. Thread-safe. */
final class FleetLedger {
    /** By name the secrets that it may have; {@link RotatedHost#NONE} that it may not be there. */
    private final Map<String, Set<String>> allowed = new HashMap<>();

    private final Map<String, Integer> heard = new TreeMap<>();

    /** Takes in one line. One that a kill cut short says nothing. */
    synchronized void note(String line) {
        String[] words = line.split(" ", -1);
        if (!words[words.length - 1].equals(".")) {
            return;
        }
        heard.merge(words[0], 1, Integer::sum);
        if (words[0].equals("begin")) {
            allowed.computeIfAbsent(words[1], name -> new HashSet<>(Set.of(RotatedHost.NONE)))
                    .add(words[2]);
        } else if (words[0].equals("done")) {
            allowed.put(words[1], new HashSet<>(Set.of(words[2])));
        }
    }

    /** Opens all that is there, and finds that it may be, and that nothing is missing; how many it has opened. */
    synchronized int check(Connections connections) {
        Map<String, String> found = new HashMap<>();
        for (ConnectionView view :
                connections.stream(ListConnections.inAllWorkspaces()).toList()) {
            try (OpenedConnection opened = connections.open(view.id())) {
                found.put(
                        view.name(),
                        Objects.requireNonNull(opened.spec().secrets().get("s")).reveal());
            }
        }
        assertThat(allowed.keySet()).containsAll(found.keySet());
        allowed.forEach(
                (name, secrets) -> assertThat(secrets).as(name).contains(found.getOrDefault(name, RotatedHost.NONE)));
        return found.size();
    }

    /** How often what was heard. */
    synchronized Map<String, Integer> heard() {
        return new TreeMap<>(heard);
    }
}
