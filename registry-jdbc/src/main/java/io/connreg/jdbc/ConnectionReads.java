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

    private ConnectionReads() {}

    static Optional<StoredConnection> find(Handle handle, String id) {
        return first(handle, Sql.of(SELECT + "where c.id = ?", Bound.sought(id)));
    }

    /** Returns when whoever was changing the row has committed or given up. */
    static void awaitWriters(Handle handle, String id) {
        Sql.of("select 1 from connreg_connection where id = ? for update", Bound.sought(id))
                .exists(handle);
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
    static List<StoredConnection> list(Dialect dialect, Handle handle, ListQuery query) {
        List<StoredConnection> page = new ArrayList<>();
        long budget = query.budget();
        Position after = query.after();
        while (true) {
            int limit = Math.min(STRETCH, query.limit() - page.size());
            List<StoredConnection> stretch = ListSql.page(dialect, query.behind(after, limit))
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

    static long count(Dialect dialect, Handle handle, ListScope scope, ConnectionFilter filter) {
        return ListSql.count(dialect, scope, filter)
                .map(sql -> sql.number(handle))
                .orElse(0L);
    }

    static List<StoredConnection> scan(Dialect dialect, Handle handle, String afterId, int limit) {
        String page = SELECT + "where c.id > ? order by c.id" + dialect.atMost();
        return all(handle, Sql.of(page, Bound.sought(afterId), Bound.number(limit)));
    }

    static List<StoredConnection> scanByKey(Dialect dialect, Handle handle, KeyId key, String afterId, int limit) {
        return all(handle, byKey(dialect, key, afterId, limit));
    }

    /** The ids first, by themselves: a plan for the join alone may walk all connections to find the first that follows. */
    static Sql byKey(Dialect dialect, KeyId key, String afterId, int limit) {
        String ids = "select connection_id from connreg_key where key_id = ? and connection_id > ?"
                + " order by key_id, connection_id" + dialect.atMost();
        return Sql.of(
                "select " + ConnectionRow.COLUMNS + " from (" + ids
                        + ") k join connreg_connection c on c.id = k.connection_id order by k.connection_id",
                Bound.number(key.value()),
                Bound.sought(afterId),
                Bound.number(limit));
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
