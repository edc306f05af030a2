package io.connreg.examples.sweep;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What was looked through, how much of it there was, and what was seen where it must not be. Thread-safe. */
final class Findings {
    private final Sightings sightings;
    private final Set<String> all = new TreeSet<>();
    private final Map<String, Long> counts = new TreeMap<>();

    Findings(Sightings sightings) {
        this.sightings = sightings;
    }

    void look(String where, String text) {
        look(where, text.getBytes(StandardCharsets.UTF_8));
    }

    void look(String where, byte[] bytes) {
        seen(where, bytes, sight -> true);
    }

    /** As {@link #look}, but for the canary of this name, which may be there. */
    void lookBut(String canary, String where, byte[] bytes) {
        seen(where, bytes, sight -> !sight.startsWith(canary));
    }

    private synchronized void seen(String where, byte[] bytes, Predicate<String> wrong) {
        count("bytes searched", bytes.length);
        sightings.in(bytes).stream().filter(wrong).forEach(sight -> all.add(where + ": " + sight));
    }

    synchronized void count(String what, long more) {
        counts.merge(what, more, Long::sum);
    }

    /** Each with where and what; never the value. */
    synchronized Set<String> all() {
        return new TreeSet<>(all);
    }

    synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }
}
