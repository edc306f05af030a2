package io.connreg.core.broken;

import io.connreg.Caller;
import io.connreg.ConnectionType;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.AccessTarget;
import io.connreg.spi.Action;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.ListScope;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/** Policies that are the standard one but for one fault. */
final class BrokenPolicies {
    private BrokenPolicies() {}

    /** No fault. */
    static class Unbroken implements AccessPolicy {
        @Override
        public boolean permits(Caller caller, Action action, AccessTarget target) {
            return AccessPolicy.standard().permits(caller, action, target);
        }

        @Override
        public ListScope listScope(Caller caller) {
            return AccessPolicy.standard().listScope(caller);
        }
    }

    /** Lists this much of a member's workspaces, whoever it is. */
    static final class Lists extends Unbroken {
        private final Reach reach;

        Lists(Reach reach) {
            this.reach = reach;
        }

        @Override
        public ListScope listScope(Caller caller) {
            List<Grant> grants = caller.memberships().stream()
                    .map(workspace -> Grant.in(workspace, reach))
                    .toList();
            return new ListScope(caller.userId(), grants);
        }
    }

    /** Lists the connections of whoever is called almost as the caller. */
    static final class ListsByFoldedUser extends Unbroken {
        @Override
        public ListScope listScope(Caller caller) {
            return new ListScope(
                    caller.userId().toLowerCase(Locale.ROOT),
                    super.listScope(caller).grants());
        }
    }

    /** Takes the caller for another one, when it does not list. */
    static final class AnotherCaller extends Unbroken {
        private final Function<Caller, Caller> other;

        AnotherCaller(Function<Caller, Caller> other) {
            this.other = other;
        }

        @Override
        public boolean permits(Caller caller, Action action, AccessTarget target) {
            return super.permits(other.apply(caller), action, target);
        }
    }

    /** Has another idea of whose a connection is, when it does not list. */
    static final class OwnedBy extends Unbroken {
        private final BiPredicate<Caller, ConnectionHead> owns;

        OwnedBy(BiPredicate<Caller, ConnectionHead> owns) {
            this.owns = owns;
        }

        @Override
        public boolean permits(Caller caller, Action action, AccessTarget target) {
            ConnectionHead connection = target.connection();
            return super.permits(caller, action, target)
                    || (connection != null && action != Action.TRANSFER && owns.test(caller, connection));
        }
    }

    /** Judges by the workspace's name without blanks, when it does not list. */
    static final class TrimmedWorkspaces extends Unbroken {
        @Override
        public boolean permits(Caller caller, Action action, AccessTarget target) {
            return super.permits(
                    caller, action, new AccessTarget(target.workspaceId().strip(), target.connection()));
        }
    }

    /** Hides what is of a type, which no list can. */
    static final class HidesAType extends Unbroken {
        @Override
        public boolean permits(Caller caller, Action action, AccessTarget target) {
            ConnectionHead connection = target.connection();
            return super.permits(caller, action, target)
                    && (connection == null || connection.type().equals(ConnectionType.RDS));
        }
    }

    /** Gives to one caller what it has answered to another. */
    static final class CachedWithoutTheCaller extends Unbroken {
        private final Map<List<Object>, Boolean> answers = new HashMap<>();

        @Override
        public boolean permits(Caller caller, Action action, AccessTarget target) {
            return answers.computeIfAbsent(List.of(action, target), question -> super.permits(caller, action, target));
        }
    }

    /** Lets members do one thing to what they do not see. */
    static final class Unseen extends Unbroken {
        private final Action action;

        Unseen(Action action) {
            this.action = action;
        }

        @Override
        public boolean permits(Caller caller, Action asked, AccessTarget target) {
            return super.permits(caller, asked, target) || (asked == action && caller.isMemberOf(target.workspaceId()));
        }
    }

    /** Permits a thing once. */
    static final class PermitsOnce extends Unbroken {
        private final Set<List<Object>> asked = new HashSet<>();

        @Override
        public boolean permits(Caller caller, Action action, AccessTarget target) {
            return asked.add(List.of(caller, action, target)) && super.permits(caller, action, target);
        }
    }

    /** Lists something to a user once. */
    static final class ListsOnce extends Unbroken {
        private final Set<String> served = new HashSet<>();

        @Override
        public ListScope listScope(Caller caller) {
            return served.add(caller.userId()) ? super.listScope(caller) : new ListScope(caller.userId(), List.of());
        }
    }

    /** Permits nothing and lists nothing. */
    static final class Closed implements AccessPolicy {
        @Override
        public boolean permits(Caller caller, Action action, AccessTarget target) {
            return false;
        }

        @Override
        public ListScope listScope(Caller caller) {
            return new ListScope(caller.userId(), List.of());
        }
    }

    /** Lists a caller's first workspace, and fails for one who has none. */
    static final class ListsTheFirstWorkspace extends Unbroken {
        @Override
        public ListScope listScope(Caller caller) {
            return new ListScope(
                    caller.userId(), List.of(Grant.in(caller.memberships().first(), Reach.PUBLIC_OR_OWN)));
        }
    }

    static Caller memberOfTheDefaultWorkspace(Caller caller) {
        return caller.defaultWorkspace().map(caller::memberOf).orElse(caller);
    }

    /** Fails for one who belongs to no workspace. */
    static Caller memberOfTheFirstWorkspace(Caller caller) {
        return Caller.user(caller.userId()).memberOf(caller.memberships().first());
    }

    static boolean ownsAfterLeaving(Caller caller, ConnectionHead connection) {
        return connection.creator().equals(caller.userId());
    }

    static boolean ownsByAnyCase(Caller caller, ConnectionHead connection) {
        return caller.isMemberOf(connection.workspaceId())
                && connection.creator().equalsIgnoreCase(caller.userId());
    }

    static boolean ownsByNormalForm(Caller caller, ConnectionHead connection) {
        return caller.isMemberOf(connection.workspaceId())
                && Normalizer.normalize(connection.creator(), Normalizer.Form.NFC)
                        .equals(Normalizer.normalize(caller.userId(), Normalizer.Form.NFC));
    }
}
