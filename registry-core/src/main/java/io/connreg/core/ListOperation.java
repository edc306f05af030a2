package io.connreg.core;

import io.connreg.Caller;
import io.connreg.ConnectionPage;
import io.connreg.ConnectionType;
import io.connreg.ConnectionView;
import io.connreg.ListConnections;
import io.connreg.ModelType;
import io.connreg.Problem;
import io.connreg.spi.ConnectionFilter;
import io.connreg.spi.ListQuery;
import io.connreg.spi.ListQuery.Position;
import io.connreg.spi.ListScope;
import io.connreg.spi.StoredConnection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** access scope ► list, with the scope in the store's query. */
final class ListOperation {
    private static final String ATTEMPT = "list connections";
    private static final int STREAM_PAGE = 500;

    private final Engine engine;

    ListOperation(Engine engine) {
        this.engine = engine;
    }

    ConnectionPage page(Caller caller, ListConnections request) {
        Stretch page = Stretch.read(engine.store(), query(caller, request, request.pageSize()));
        ListQuery query = page.query();
        Optional<String> next = page.more()
                ? Optional.of(PageToken.encode(page.end(), query.scope(), query.filter(), query.oldestFirst()))
                : Optional.empty();
        OptionalLong total = request.isWithTotal()
                ? OptionalLong.of(engine.store().count(query.scope(), query.filter()))
                : OptionalLong.empty();
        return new ConnectionPage(views(page).toList(), next, total);
    }

    /** The first rows of a stream. */
    Stretch first(Caller caller, ListConnections request) {
        return Stretch.read(engine.store(), query(caller, request, STREAM_PAGE));
    }

    Stretch next(Stretch before) {
        return before.next(engine.store());
    }

    static Stream<ConnectionView> views(Stretch stretch) {
        return stretch.rows().stream().map(ListOperation::view);
    }

    private ListQuery query(Caller caller, ListConnections request, int limit) {
        ListRules.check(request, ATTEMPT);
        ConnectionFilter filter = filter(request);
        ListScope scope = engine.gate().listScope(caller);
        Position after = start(request, scope, filter);
        return new ListQuery(scope, filter, request.isOldestFirst(), after, limit, Limits.PAGE_CHARACTERS);
    }

    private static @Nullable Position start(ListConnections request, ListScope scope, ConnectionFilter filter) {
        Optional<Position> after =
                request.token().flatMap(token -> PageToken.decode(token, scope, filter, request.isOldestFirst()));
        if (request.token().isPresent() && after.isEmpty()) {
            Problems problems = new Problems();
            problems.add(
                    "after",
                    Problem.FOREIGN_TOKEN,
                    "is not a token of a page of this list: pass it unchanged, with the same filters and order, for"
                            + " a caller who, as then, sees every workspace or only some");
            problems.throwIfAny(ATTEMPT);
        }
        return after.orElse(null);
    }

    private static ConnectionFilter filter(ListConnections request) {
        return new ConnectionFilter(
                request.workspaceId().orElse(null),
                request.ids(),
                request.nameContains().map(Names::fold).orElse(null),
                request.types().stream().map(ConnectionType::value).collect(Collectors.toSet()),
                request.model().orElse(null),
                request.modelTypes().stream().map(ModelType::value).collect(Collectors.toSet()),
                request.toolCall().orElse(null),
                request.creator().orElse(null),
                request.accessibility().orElse(null));
    }

    private static ConnectionView view(StoredConnection row) {
        return SealedConnection.of(row).view();
    }
}
