package io.connreg.benchmarks;

import io.connreg.ConnectionPage;
import io.connreg.Connections;
import io.connreg.ListConnections;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A page at nine tenths of a list beside its first page. */
record DeepPages(Rounds turns, String storage) {
    private static final int STEP = 1_000;

    Answer compare(String what, Connections connections, ListConnections request) throws Exception {
        List<String> deep = tokensAtDepth(connections, request);
        Iterator<String> next =
                Stream.generate(() -> deep).flatMap(List::stream).iterator();
        return turns.compare(
                Question.read("scale", "page at nine tenths, " + what, "the first page of the same", storage, "≤ 1.2"),
                () -> connections.list(request.after(next.next())),
                () -> connections.list(request));
    }

    /** Of the last pages before nine tenths of all rows are behind; each row has a time of its own. */
    private static List<String> tokensAtDepth(Connections connections, ListConnections request) {
        List<String> tokens = new ArrayList<>();
        long matching = connections.list(request.withTotal()).total().orElseThrow();
        long seen = 0;
        Optional<String> next = Optional.empty();
        do {
            ConnectionPage page =
                    connections.list(next.map(request::after).orElse(request).pageSize(STEP));
            seen += page.connections().size();
            next = page.nextToken();
            next.ifPresent(tokens::add);
        } while (next.isPresent() && seen < matching * 0.9);
        return tokens.subList(Math.max(0, tokens.size() - 5), tokens.size());
    }
}
