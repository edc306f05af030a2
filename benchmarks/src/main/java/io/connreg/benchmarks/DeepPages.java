package io.connreg.benchmarks;

import io.connreg.ConnectionPage;
import io.connreg.Connections;
import io.connreg.ListConnections;

/** A page at nine tenths of a list beside its first page; each side reads its one page again and again. */
record DeepPages(Rounds turns, String part, String storage) {
    private static final int STEP = 1_000;

    Answer compare(String what, Connections connections, ListConnections request) throws Exception {
        String deep = tokenAtDepth(connections, request);
        return turns.compare(
                Question.read(part, "page at nine tenths, " + what, "the first page of the same", storage, "≤ 1.2"),
                () -> connections.list(request.after(deep)),
                () -> connections.list(request));
    }

    private static String tokenAtDepth(Connections connections, ListConnections request) {
        long matching = connections.list(request.withTotal()).total().orElseThrow();
        ConnectionPage page = connections.list(request.pageSize(STEP));
        for (long seen = STEP; seen < matching * 0.9; seen += STEP) {
            page = connections.list(
                    request.pageSize(STEP).after(page.nextToken().orElseThrow()));
        }
        return page.nextToken().orElseThrow();
    }
}
