package io.connreg.jdbc;

import io.connreg.KeyId;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListQuery.Position;
import io.connreg.spi.ListScope;
import io.connreg.spi.StoredConnection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The statements that look connections up. */
final class ConnectionReads {
    /** A page of a hundred, and the row that says whether others follow, is one query. */
    private static final int STRETCH = 101;

    private static final String SELECT = "select " + ConnectionRow.COLUMNS + " from connreg_connection c ";
    private static final String BY_KEY = "select " + ConnectionRow.COLUMNS
            + " from connreg_key k join connreg_connection c on c.id = k.connection_id"
            + " where k.key_id = ? and k.connection_id > ?"
            + " order by k.key_id, k.connection_id fetch first ? rows only";

    private ConnectionReads() {}

    static Optional<StoredConnection> find(Handle handle, String id) {
        return first(handle, Sql.of(SELECT + "where c.id = ?", Bound.sought(id)));
    }

    static Optional<StoredConnection> findByName(Handle handle, String workspaceId, String name) {
        return first(
                handle,
                Sql.of(
                        SELECT + "where c.workspace_id = ? and c.name = ?",
                        Bound.sought(workspaceId),
                        Bound.sought(name)));
    }

    /**
     * Reads in stretches, each behind the one before: a database may hold all the rows of a query before it gives the
     * first, and there may be a thousand of a mebibyte.
     */
    static List<StoredConnection> list(Handle handle, ListQuery query) {
        List<StoredConnection> page = new ArrayList<>();
        long budget = query.budget();
        Position after = query.after();
        while (true) {
            int limit = Math.min(STRETCH, query.limit() - page.size());
            List<StoredConnection> stretch = ListSql.page(query.behind(after, limit))
                    .map(sql -> all(handle, sql))
                    .orElse(List.of());
            for (StoredConnection row : stretch) {
                page.add(row);
                budget -= row.document().length();
                if (budget <= 0) {
                    return page;
                }
            }
            if (stretch.size() < limit || page.size() == query.limit()) {
                return page;
            }
            after = Position.of(page.get(page.size() - 1).head());
        }
    }

    static long count(Handle handle, ListScope scope, ConnectionFilter filter) {
        return ListSql.count(scope, filter).map(sql -> sql.number(handle)).orElse(0L);
    }

    static List<StoredConnection> scan(Handle handle, String afterId, int limit) {
        String page = SELECT + "where c.id > ? order by c.id fetch first ? rows only";
        return all(handle, Sql.of(page, Bound.sought(afterId), Bound.number(limit)));
    }

    static List<StoredConnection> scanByKey(Handle handle, KeyId key, String afterId, int limit) {
        return all(handle, Sql.of(BY_KEY, Bound.number(key.value()), Bound.sought(afterId), Bound.number(limit)));
    }

    static Map<KeyId, Long> countSecretsByKey(Handle handle) {
        Map<KeyId, Long> counts = new HashMap<>();
        Sql.of("select key_id, sum(secrets) from connreg_key group by key_id")
                .list(handle, (row, context) -> counts.put(new KeyId(row.getInt(1)), row.getLong(2)));
        return counts;
    }

    private static Optional<StoredConnection> first(Handle handle, Sql sql) {
        return sql.first(handle, (row, context) -> ConnectionRow.read(row));
    }

    private static List<StoredConnection> all(Handle handle, Sql sql) {
        return sql.list(handle, (row, context) -> ConnectionRow.read(row));
    }
}
