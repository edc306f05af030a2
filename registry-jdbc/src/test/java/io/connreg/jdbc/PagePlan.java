package io.connreg.jdbc;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListQuery.Position;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What a database does for pages of 20,000 connections, 19 in 20 of them in {@code ws-main}, six in ten public, six in ten of
 * the usual type, all with secrets on one key; number n was created n microseconds after the epoch.
 */
final class PagePlan {
    /** A third of what is looked at passes; three workspaces are looked at each by itself, and the page's rows once more. */
    static final long READ_AT_MOST = 3 * 3 * 101 + 101;

    private static final KeyId KEY = new KeyId(1);
    private static final int ROWS = 20_000;
    private static final int LIMIT = 101;
    private static final Grant OWN_AND_PUBLIC = Grant.in("ws-main", Reach.PUBLIC_OR_OWN);
    private static final List<ListScope> SCOPES = List.of(
            scope(Grant.everywhere(Reach.ALL)),
            scope(OWN_AND_PUBLIC),
            scope(Grant.everywhere(Reach.PUBLIC)),
            scope(OWN_AND_PUBLIC, Grant.in("ws-side-0", Reach.ALL), Grant.in("ws-side-1", Reach.PUBLIC_OR_OWN)));
    private static final List<ConnectionFilter> FILTERS =
            List.of(filter(null, Set.of()), filter("ws-main", Set.of()), filter("ws-main", Set.of("usual")));

    private PagePlan() {}

    private static ListScope scope(Grant... grants) {
        return new ListScope("user-1", List.of(grants));
    }

    private static ConnectionFilter filter(@Nullable String workspace, Set<String> types) {
        return new ConnectionFilter(workspace, Set.of(), null, types, null, Set.of(), null, null, null);
    }

    /**
     * Fills an opened database.
     *
     * @param numbers a table of numbers n
     * @param bytes the type of columns that are compared
     * @param folded the type of the folded name
     */
    static void fill(Jdbi jdbi, String numbers, String bytes, String folded, String analyze) {
        String rows = """
                insert into connreg_connection (id, workspace_id, name, folded_name, type, accessibility, creator,
                    created_micros, modified_micros, revision, row_version, document)
                select cast('conn-' || mod(n * 7919, 20011) as BYTES),
                    cast(case when mod(n / 100, 20) = 7 then 'ws-side-' || mod(n, 2) else 'ws-main' end as BYTES),
                    cast('name-' || n as BYTES),
                    cast('name-' || n as FOLDED),
                    cast(case when mod(n / 10, 10) < 6 then 'usual' else 'other' end as BYTES),
                    cast(case when mod(n, 10) < 6 then 'PUBLIC' else 'PRIVATE' end as BYTES),
                    cast('user-' || mod(n, 100) as BYTES),
                    n, n, 1, 1, repeat('x', 500)
                from NUMBERS
                """;
        String keys = "insert into connreg_key (connection_id, key_id, secrets) select id, " + KEY.value()
                + ", 2 from connreg_connection";
        jdbi.useHandle(handle -> {
            handle.execute(
                    rows.replace("NUMBERS", numbers).replace("BYTES", bytes).replace("FOLDED", folded));
            handle.execute(keys);
            handle.execute(analyze);
        });
    }

    /** Looks at every scope with every filter, in both orders, at the beginning, in the middle and at nine tenths. */
    static void ofEach(Jdbi jdbi, Dialect dialect, String explain, BiConsumer<String, List<String>> look) {
        for (ListScope scope : SCOPES) {
            for (ConnectionFilter filter : FILTERS) {
                for (boolean oldestFirst : List.of(true, false)) {
                    LongStream.of(0, ROWS / 2, ROWS * 9 / 10).forEach(depth -> {
                        Position after = depth == 0 ? null : new Position(oldestFirst ? depth : ROWS + 1 - depth, "");
                        Sql page = ListSql.page(dialect, new ListQuery(scope, filter, oldestFirst, after, LIMIT, 1))
                                .orElseThrow();
                        look.accept(scope + ", " + filter + ", at " + after, plan(jdbi, explain, page));
                    });
                }
            }
        }
    }

    /** Looks at a batch of the rows that hang on the key, at the beginning, in the middle and at nine tenths. */
    static void byKey(Jdbi jdbi, Dialect dialect, String explain, BiConsumer<String, List<String>> look) {
        for (String after : List.of("", "conn-5", "conn-9")) {
            look.accept("behind " + after, plan(jdbi, explain, ConnectionReads.byKey(dialect, KEY, after, LIMIT)));
        }
    }

    private static List<String> plan(Jdbi jdbi, String explain, Sql page) {
        Sql explained = new Sql(explain + " " + page.text(), page.arguments());
        return jdbi.withHandle(handle -> explained.list(handle, (row, context) -> row.getString(1))).stream()
                .flatMap(String::lines)
                .toList();
    }

    /** The sum of the numbers that follow this in the lines. */
    static long sum(Stream<String> lines, String before) {
        return lines.filter(line -> line.contains(before))
                .map(line -> line.substring(line.indexOf(before) + before.length())
                        .strip()
                        .replaceFirst("\\D.*", ""))
                .mapToLong(Long::parseLong)
                .sum();
    }
}
