package io.connreg.core.broken;

import io.connreg.core.broken.BrokenPolicies.AnotherCaller;
import io.connreg.core.broken.BrokenPolicies.Lists;
import io.connreg.core.broken.BrokenPolicies.OwnedBy;
import io.connreg.core.broken.BrokenPolicies.Unseen;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.Action;
import io.connreg.spi.ListScope.Reach;
import java.util.List;
import java.util.function.Supplier;

/** Policies that do one thing wrong, each with the rules that must catch it, and one that does nothing wrong. */
enum BrokenPolicy {
    UNBROKEN("", BrokenPolicies.Unbroken::new),
    SCOPE_TOO_WIDE("U1", () -> new Lists(Reach.ALL)),
    SCOPE_TOO_NARROW("U1", () -> new Lists(Reach.PUBLIC)),
    SCOPE_FORGETS_ADMINISTRATORS("U1", () -> new Lists(Reach.PUBLIC_OR_OWN)),
    SCOPE_OF_A_LOOKALIKE("U1", BrokenPolicies.ListsByFoldedUser::new),
    OWNERS_BY_ANY_CASE("U1", () -> new OwnedBy(BrokenPolicies::ownsByAnyCase)),
    OWNERS_BY_NORMAL_FORM("U1", () -> new OwnedBy(BrokenPolicies::ownsByNormalForm)),
    OWNERS_WHO_LEFT("U1", () -> new OwnedBy(BrokenPolicies::ownsAfterLeaving)),
    TRIMMED_WORKSPACES("U1", BrokenPolicies.TrimmedWorkspaces::new),
    DEFAULT_WORKSPACE_AS_MEMBERSHIP("U1", () -> new AnotherCaller(BrokenPolicies::memberOfTheDefaultWorkspace)),
    HIDES_A_TYPE("U1", BrokenPolicies.HidesAType::new),
    CACHED_WITHOUT_THE_CALLER("U1", BrokenPolicies.CachedWithoutTheCaller::new),
    OPENS_UNSEEN("U2", () -> new Unseen(Action.OPEN)),
    VALIDATES_UNSEEN("U2", () -> new Unseen(Action.VALIDATE)),
    UPDATES_UNSEEN("U2", () -> new Unseen(Action.UPDATE)),
    TRANSFERS_UNSEEN("U2", () -> new Unseen(Action.TRANSFER)),
    DELETES_UNSEEN("U2", () -> new Unseen(Action.DELETE)),
    PERMITS_ONCE("U3", BrokenPolicies.PermitsOnce::new),
    LISTS_ONCE("U3", BrokenPolicies.ListsOnce::new),
    FAILS_FOR_STRANGERS("U4", () -> new AnotherCaller(BrokenPolicies::memberOfTheFirstWorkspace)),
    FAILS_TO_LIST_TO_STRANGERS("U4", BrokenPolicies.ListsTheFirstWorkspace::new),
    CLOSED("U5", BrokenPolicies.Closed::new);

    private final String caughtBy;

    @SuppressWarnings("ImmutableEnumChecker") // a constructor, which holds nothing
    private final Supplier<AccessPolicy> maker;

    BrokenPolicy(String caughtBy, Supplier<AccessPolicy> maker) {
        this.caughtBy = caughtBy;
        this.maker = maker;
    }

    /** The numbers of rules that must catch it. */
    List<String> caughtBy() {
        return caughtBy.isEmpty() ? List.of() : List.of(caughtBy.split(" ", -1));
    }

    AccessPolicy make() {
        return maker.get();
    }
}
