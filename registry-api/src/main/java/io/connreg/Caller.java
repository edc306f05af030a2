package io.connreg;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf the registry acts: a user, and the workspaces the host says this user belongs to. The registry
 * believes the host and keeps no users of its own. Immutable.
 */
public final class Caller {
    private final String userId;
    private final SortedSet<String> memberships;
    private final SortedSet<String> administrations;
    private final boolean administratorOfAll;
    private final @Nullable String defaultWorkspace;

    private Caller(
            String userId,
            SortedSet<String> memberships,
            SortedSet<String> administrations,
            boolean administratorOfAll,
            @Nullable String defaultWorkspace) {
        this.userId = userId;
        this.memberships = Collections.unmodifiableSortedSet(memberships);
        this.administrations = Collections.unmodifiableSortedSet(administrations);
        this.administratorOfAll = administratorOfAll;
        this.defaultWorkspace = defaultWorkspace;
    }

    /** A user who belongs to no workspace yet. */
    public static Caller user(String userId) {
        if (Objects.requireNonNull(userId, "userId").isBlank()) {
            throw new IllegalArgumentException("a caller's user id must not be blank");
        }
        return new Caller(userId, new TreeSet<>(), new TreeSet<>(), false, null);
    }

    /** This caller, a member of these workspaces too. */
    public Caller memberOf(String... workspaceIds) {
        return new Caller(
                userId, plus(memberships, workspaceIds), administrations, administratorOfAll, defaultWorkspace);
    }

    /** This caller, a member and an administrator of these workspaces too. */
    public Caller administratorOf(String... workspaceIds) {
        return new Caller(
                userId,
                plus(memberships, workspaceIds),
                plus(administrations, workspaceIds),
                administratorOfAll,
                defaultWorkspace);
    }

    /** This caller, an administrator of every workspace there is: for tools that tend the whole registry. */
    public Caller administratorOfAll() {
        return new Caller(userId, memberships, administrations, true, defaultWorkspace);
    }

    /** This caller, whose requests mean this workspace when they name none. */
    public Caller defaultWorkspace(String workspaceId) {
        return new Caller(
                userId,
                memberships,
                administrations,
                administratorOfAll,
                Objects.requireNonNull(workspaceId, "workspaceId"));
    }

    private static SortedSet<String> plus(SortedSet<String> known, String... added) {
        SortedSet<String> all = new TreeSet<>(known);
        Collections.addAll(all, added);
        return all;
    }

    public String userId() {
        return userId;
    }

    /** The workspaces named as this caller's, those of an administrator among them; not changeable. */
    public SortedSet<String> memberships() {
        return memberships;
    }

    public boolean isMemberOf(String workspaceId) {
        return administratorOfAll || memberships.contains(workspaceId);
    }

    public boolean isAdministratorOf(String workspaceId) {
        return administratorOfAll || administrations.contains(workspaceId);
    }

    public boolean isAdministratorOfAll() {
        return administratorOfAll;
    }

    /** The workspace a request means when it names none: the one set, or else the only one there is. */
    public Optional<String> defaultWorkspace() {
        if (defaultWorkspace != null) {
            return Optional.of(defaultWorkspace);
        }
        return memberships.size() == 1 ? Optional.of(memberships.first()) : Optional.empty();
    }

    /** The user id and the workspaces, for logs. */
    @Override
    public String toString() {
        return "Caller(" + userId + ", member of " + memberships
                + (administratorOfAll ? ", administrator of all)" : ", administrator of " + administrations + ")");
    }
}
