package io.connreg.wire;

import io.connreg.Accessibility;
import io.connreg.ConnectionType;
import io.connreg.ListConnections;
import io.connreg.ModelType;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The query of a ListConnections call. */
final class ListReader {
    /** Each is opened by itself. */
    static final int MOST_IN_PLAIN_TEXT = 100;

    private static final String[] SORTINGS = {"GmtCreateTime"};
    private static final String[] ORDERS = {"ASC", "DESC"};

    private ListReader() {}

    /** A list, and how it shows secrets. */
    record Request(ListConnections list, EncryptOption option) {}

    static Request read(WireQuery query, RequestReader reader) {
        Optional<String> workspaceId = query.text("WorkspaceId");
        ListConnections list = workspaceId
                .map(ListConnections::inWorkspace)
                .orElseGet(ListConnections::inAllWorkspaces)
                .withTotal()
                .ids(query.texts("ConnectionIds"));
        list = with(list, query.text("ConnectionName"), ListConnections::nameContains);
        list = list.types(Stream.of(query.texts("ConnectionTypes"))
                .map(ConnectionType::new)
                .toArray(ConnectionType[]::new));
        list = with(list, query.text("Model"), ListConnections::model);
        list = list.modelTypes(
                Stream.of(query.texts("ModelTypes")).map(ModelType::new).toArray(ModelType[]::new));
        list = with(list, query.bool("ToolCall"), ListConnections::toolCall);
        list = with(list, query.text("Creator"), ListConnections::creator);
        Optional<Accessibility> accessibility = reader.accessibility(query.text("Accessibility"));
        list = with(list, accessibility, ListConnections::accessibility);
        EncryptOption option = reader.encryptOption(query);
        int most = option == EncryptOption.PLAIN_TEXT ? MOST_IN_PLAIN_TEXT : ListConnections.MAX_PAGE_SIZE;
        list = with(list, query.number("MaxResults", most), ListConnections::pageSize);
        list = with(list, query.text("NextToken"), ListConnections::after);
        reader.oneOf("SortBy", query.text("SortBy"), SORTINGS);
        Optional<String> order = reader.oneOf("Order", query.text("Order"), ORDERS);
        list = order.filter("ASC"::equals).isPresent() ? list.oldestFirst() : list;
        reader.close(query);
        reader.throwIfAny();
        return new Request(list, option);
    }

    private static <V> ListConnections with(
            ListConnections list, Optional<V> value, BiFunction<ListConnections, V, ListConnections> filter) {
        return value.map(given -> filter.apply(list, given)).orElse(list);
    }
}
