package io.connreg.jdbc;

import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import java.util.List;

/** Reads the first page of at most 8 MiB, in the order of an index and in one that must be sorted; prints its length. */
final class PageReader {
    private PageReader() {}

    public static void main(String[] arguments) {
        try (ConnectionStore store = JdbcStores.open(arguments[0])) {
            System.out.println(rows(store, Grant.in("ws", Reach.ALL)) + " rows in a workspace");
            System.out.println(rows(store, Grant.everywhere(Reach.ALL)) + " rows everywhere");
        }
    }

    private static int rows(ConnectionStore store, Grant grant) {
        ListScope scope = new ListScope("alice", List.of(grant));
        return store.list(new ListQuery(scope, ConnectionFilter.ALL, false, null, 1_001, 8 * 1024 * 1024))
                .size();
    }
}
