package io.connreg.spi;

import io.connreg.Accessibility;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a caller may see in a list, as data that a store puts into its query: all that at least one grant admits. No
 * grant admits nothing. Ids are compared by their exact characters.
 *
 * @param userId whose own connections {@link Reach#PUBLIC_OR_OWN} means
 * @param grants in no order
 */
public record ListScope(String userId, List<Grant> grants) {
    public ListScope {
        grants = List.copyOf(grants);
    }

    /** Which connections of a workspace. */
    public enum Reach {
        PUBLIC,
        PUBLIC_OR_OWN,
        ALL
    }

    /**
     * A right to see.
     *
     * @param workspaceId where; null means everywhere
     * @param reach what
     */
    public record Grant(@Nullable String workspaceId, Reach reach) {
        public static Grant in(String workspaceId, Reach reach) {
            return new Grant(workspaceId, reach);
        }

        public static Grant everywhere(Reach reach) {
            return new Grant(null, reach);
        }
    }

    /** Whether this connection is in the scope: the meaning that each store's query must have. */
    public boolean admits(ConnectionHead head) {
        for (Grant grant : grants) { // a stream of them would cost more than all else where a store walks its rows
            if (admits(grant, head)) {
                return true;
            }
        }
        return false;
    }

    private boolean admits(Grant grant, ConnectionHead head) {
        boolean here = grant.workspaceId() == null || grant.workspaceId().equals(head.workspaceId());
        return here
                && switch (grant.reach()) {
                    case ALL -> true;
                    case PUBLIC -> head.accessibility() == Accessibility.PUBLIC;
                    case PUBLIC_OR_OWN ->
                        head.accessibility() == Accessibility.PUBLIC
                                || head.creator().equals(userId);
                };
    }
}
