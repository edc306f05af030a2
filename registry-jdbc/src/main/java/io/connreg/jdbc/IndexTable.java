package io.connreg.jdbc;

import io.connreg.spi.IndexTerms;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.argument.Argument;

/**
 * A table with any number of rows for each connection, in no order.
 *
 * @param columns all but {@code connection_id}
 * @param terms what of a connection's terms it keeps
 * @param bound a row's columns
 * @param row a row of {@code connection_id} and the columns, as it is read
 */
record IndexTable<R>(
        String name,
        List<String> columns,
        Function<IndexTerms, List<R>> terms,
        Function<R, List<Argument>> bound,
        Reader<R> row) {

    /** Reads a row. */
    @FunctionalInterface
    interface Reader<R> {
        R read(ResultSet row) throws SQLException;
    }

    void insert(Handle handle, Map<String, IndexTerms> added) {
        List<List<Argument>> rows = new ArrayList<>();
        added.forEach((id, now) -> terms.apply(now).forEach(each -> rows.add(bound(each, id))));
        Sql.updateEach(
                handle,
                "insert into " + name + " (" + String.join(", ", columns) + ", connection_id) values ("
                        + "?, ".repeat(columns.size()) + "?)",
                rows);
    }

    /** Looks first: most writes change none of these rows, and most others the only one. */
    void replace(Handle handle, Map<String, IndexTerms> written) {
        Map<String, List<R>> before = read(handle, written.keySet());
        List<List<Argument>> changed = new ArrayList<>();
        Map<String, IndexTerms> replaced = new LinkedHashMap<>();
        written.forEach((id, now) -> {
            List<R> old = before.getOrDefault(id, List.of());
            List<R> wanted = terms.apply(now);
            if (old.size() == 1 && wanted.size() == 1) {
                if (!old.equals(wanted)) {
                    changed.add(bound(wanted.get(0), id));
                }
            } else if (!counted(old).equals(counted(wanted))) {
                replaced.put(id, now);
            }
        });
        Sql.updateEach(
                handle,
                "update " + name + " set " + String.join(" = ?, ", columns) + " = ? where connection_id = ?",
                changed);
        Sql.updateEach(
                handle,
                "delete from " + name + " where connection_id = ?",
                replaced.keySet().stream().map(id -> List.of(Bound.sought(id))).toList());
        insert(handle, replaced);
    }

    private Map<String, List<R>> read(Handle handle, Collection<String> ids) {
        Map<String, List<R>> rows = new HashMap<>();
        if (!ids.isEmpty()) {
            String any = String.join(", ", Collections.nCopies(ids.size(), "?"));
            new Sql(
                            "select connection_id, " + String.join(", ", columns) + " from " + name
                                    + " where connection_id in (" + any + ")",
                            ids.stream().map(Bound::sought).toList())
                    .list(
                            handle,
                            (result, context) -> rows.computeIfAbsent(
                                            Utf8.text(result.getBytes(1)), id -> new ArrayList<>())
                                    .add(row.read(result)));
        }
        return rows;
    }

    private List<Argument> bound(R each, String id) {
        return Stream.concat(bound.apply(each).stream(), Stream.of(Bound.stored(id)))
                .toList();
    }

    /** Rows have no order, and there may be several that are equal. */
    private Map<R, Long> counted(List<R> rows) {
        return rows.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    }
}
