package io.connreg.spi;

import io.connreg.Caller;

/**
 * Who may do what: the one rule that all operations ask. Its two answers must agree: a connection is in the
 * {@link #listScope} exactly if {@link #permits} allows to {@link Action#VIEW} it.
 *
 * <p>Implementations are thread-safe, quick, decide by their arguments alone, and never throw. A host's own is tested by
 * {@code AccessPolicyContract} of registry-testkit.
 */
public interface AccessPolicy {

    /** Whether the caller may do this. An action on a connection is only asked for after {@link Action#VIEW} was. */
    boolean permits(Caller caller, Action action, AccessTarget target);

    /** What the caller may see in a list. */
    ListScope listScope(Caller caller);

    /**
     * The rule unless a host brings its own: members create, and test what is not stored; a private connection is
     * seen by its creator while still a member and by the workspace's administrators, a public one by all members; who
     * sees one may test and open it; the creator and the administrators change and delete; only administrators transfer.
     */
    static AccessPolicy standard() {
        return StandardPolicy.STANDARD;
    }

    /**
     * As {@link #standard()}, but a public connection is opened by its creator and the administrators alone; other
     * members see it and may test it where it leads to.
     */
    static AccessPolicy strict() {
        return StandardPolicy.STRICT;
    }
}
