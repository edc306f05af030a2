package io.connreg;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request to list connections: filters that must all hold, an order, a page. Immutable.
 *
 * <p>{@link #model}, {@link #modelTypes} and {@link #toolCall} must hold for one and the same model of a connection.
 */
public final class ListConnections {
    /** The page size of a request that sets none. */
    public static final int DEFAULT_PAGE_SIZE = 10;
    /** The largest page size there is. */
    public static final int MAX_PAGE_SIZE = 1_000;

    private final Criteria criteria;

    private ListConnections(Criteria criteria) {
        this.criteria = criteria;
    }

    /** All that the caller may see, newest first. */
    public static ListConnections inAllWorkspaces() {
        return new ListConnections(new Criteria());
    }

    /** All that the caller may see in this workspace, newest first. */
    public static ListConnections inWorkspace(String workspaceId) {
        return inAllWorkspaces().with(next -> next.workspaceId = Objects.requireNonNull(workspaceId, "workspaceId"));
    }

    private ListConnections with(Consumer<Criteria> change) {
        Criteria next = new Criteria(criteria);
        change.accept(next);
        return new ListConnections(next);
    }

    /** Only these; an empty array means no such filter, as with all filters that take several values. */
    public ListConnections ids(String... ids) {
        return with(next -> next.ids = Set.copyOf(List.of(ids)));
    }

    /** Only those whose name contains this text, upper and lower case alike. */
    public ListConnections nameContains(String part) {
        return with(next -> next.nameContains = Objects.requireNonNull(part, "part"));
    }

    /** Only those of one of these types. */
    public ListConnections types(ConnectionType... types) {
        return with(next -> next.types = Set.copyOf(List.of(types)));
    }

    /** Only those that offer the model of exactly this id. */
    public ListConnections model(String model) {
        return with(next -> next.model = Objects.requireNonNull(model, "model"));
    }

    /** Only those that offer a model of one of these types. */
    public ListConnections modelTypes(ModelType... types) {
        return with(next -> next.modelTypes = Set.copyOf(List.of(types)));
    }

    /** Only those that offer a model that calls tools, or one that does not. */
    public ListConnections toolCall(boolean callsTools) {
        return with(next -> next.toolCall = callsTools);
    }

    /** Only those that this user owns. */
    public ListConnections creator(String userId) {
        return with(next -> next.creator = Objects.requireNonNull(userId, "userId"));
    }

    /** Only the public ones, or only the private ones. */
    public ListConnections accessibility(Accessibility who) {
        return with(next -> next.accessibility = Objects.requireNonNull(who, "who"));
    }

    /** Oldest first. */
    public ListConnections oldestFirst() {
        return with(next -> next.oldestFirst = true);
    }

    /**
     * At most so many a page: 1 to {@value #MAX_PAGE_SIZE}. A page may hold fewer though more follow, as large
     * connections fill it earlier: only {@link ConnectionPage#nextToken} tells whether it is the last.
     */
    public ListConnections pageSize(int size) {
        return with(next -> next.pageSize = size);
    }

    /**
     * From where the page that gave this token ended; the filters and the order must be the same. What the caller may
     * see is asked anew on each page. A token of one who sees every workspace is none for one who sees only some, nor
     * the other way round.
     */
    public ListConnections after(String token) {
        return with(next -> next.token = Objects.requireNonNull(token, "token"));
    }

    /** With the number of all that match, which costs a count in the store. */
    public ListConnections withTotal() {
        return with(next -> next.total = true);
    }

    public Optional<String> workspaceId() {
        return Optional.ofNullable(criteria.workspaceId);
    }

    public Set<String> ids() {
        return criteria.ids;
    }

    public Optional<String> nameContains() {
        return Optional.ofNullable(criteria.nameContains);
    }

    public Set<ConnectionType> types() {
        return criteria.types;
    }

    public Optional<String> model() {
        return Optional.ofNullable(criteria.model);
    }

    public Set<ModelType> modelTypes() {
        return criteria.modelTypes;
    }

    public Optional<Boolean> toolCall() {
        return Optional.ofNullable(criteria.toolCall);
    }

    public Optional<String> creator() {
        return Optional.ofNullable(criteria.creator);
    }

    public Optional<Accessibility> accessibility() {
        return Optional.ofNullable(criteria.accessibility);
    }

    public boolean isOldestFirst() {
        return criteria.oldestFirst;
    }

    public int pageSize() {
        return criteria.pageSize;
    }

    public Optional<String> token() {
        return Optional.ofNullable(criteria.token);
    }

    public boolean isWithTotal() {
        return criteria.total;
    }

    /** Copied before each change, never changed once a request holds it. */
    private static final class Criteria {
        private @Nullable String workspaceId;
        private Set<String> ids = Set.of();
        private @Nullable String nameContains;
        private Set<ConnectionType> types = Set.of();
        private @Nullable String model;
        private Set<ModelType> modelTypes = Set.of();
        private @Nullable Boolean toolCall;
        private @Nullable String creator;
        private @Nullable Accessibility accessibility;
        private boolean oldestFirst;
        private int pageSize = DEFAULT_PAGE_SIZE;
        private @Nullable String token;
        private boolean total;

        Criteria() {}

        Criteria(Criteria from) {
            workspaceId = from.workspaceId;
            ids = from.ids;
            nameContains = from.nameContains;
            types = from.types;
            model = from.model;
            modelTypes = from.modelTypes;
            toolCall = from.toolCall;
            creator = from.creator;
            accessibility = from.accessibility;
            oldestFirst = from.oldestFirst;
            pageSize = from.pageSize;
            token = from.token;
            total = from.total;
        }
    }
}
