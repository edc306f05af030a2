package io.connreg.jdbc;

import io.connreg.Accessibility;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scope brought to the widest reach a workspace, and to one workspace if only one is asked for. Each reach includes
 * those that are declared before it.
 */
record Sight(String userId, @Nullable Reach everywhere, Map<String, Reach> byWorkspace) {

    /** What of the scope is in the workspace that is asked for; null asks for all. */
    static Sight of(ListScope scope, @Nullable String asked) {
        Reach everywhere = null;
        Map<String, Reach> byWorkspace = new HashMap<>();
        for (Grant grant : scope.grants()) {
            String workspace = grant.workspaceId() == null ? asked : grant.workspaceId();
            if (workspace == null) {
                everywhere = everywhere == null ? grant.reach() : wider(everywhere, grant.reach());
            } else if (asked == null || asked.equals(workspace)) {
                byWorkspace.merge(workspace, grant.reach(), Sight::wider);
            }
        }
        return new Sight(scope.userId(), everywhere, byWorkspace);
    }

    private static Reach wider(Reach one, Reach other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    boolean isNothing() {
        return everywhere == null && byWorkspace.isEmpty();
    }

    /** Whether all that is seen is in one workspace. */
    boolean isOneWorkspace() {
        return workspaces() == 1;
    }

    /** In how many workspaces what is seen is; none if it may be in any. */
    int workspaces() {
        return everywhere == null ? byWorkspace.size() : 0;
    }

    /** The same, each workspace by itself; as it is if it may be in any. */
    List<Sight> apart() {
        return everywhere != null
                ? List.of(this)
                : byWorkspace.entrySet().stream()
                        .map(entry -> new Sight(userId, null, Map.of(entry.getKey(), entry.getValue())))
                        .toList();
    }

    void addTo(Conditions where) {
        if (everywhere == null) {
            where.andOneOf("c.workspace_id", byWorkspace.keySet());
        }
        where.andAny(alternatives());
    }

    private List<Conditions> alternatives() {
        List<Conditions> alternatives = new ArrayList<>();
        for (Reach reach : Reach.values()) {
            List<String> workspaces = byWorkspace.entrySet().stream()
                    .filter(entry -> entry.getValue() == reach)
                    .map(Map.Entry::getKey)
                    .toList();
            if (reach == everywhere) {
                alternatives.add(reaching(reach));
            } else if (!workspaces.isEmpty()) {
                Conditions there = reaching(reach);
                boolean aloneSeen = everywhere == null && workspaces.size() == byWorkspace.size();
                alternatives.add(aloneSeen ? there : there.andOneOf("c.workspace_id", workspaces));
            }
        }
        return alternatives;
    }

    private Conditions reaching(Reach reach) {
        String shared = Accessibility.PUBLIC.name();
        return switch (reach) {
            case ALL -> new Conditions();
            case PUBLIC -> new Conditions().and("c.accessibility = ?", Bound.sought(shared));
            case PUBLIC_OR_OWN ->
                new Conditions()
                        .and("c.accessibility = ? or c.creator = ?", Bound.sought(shared), Bound.sought(userId));
        };
    }
}
