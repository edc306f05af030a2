package io.connreg.spi;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.spi.ListScope.Grant;
import io.connreg.spi.ListScope.Reach;
import java.util.List;

/** The two rules that come with the library; they differ in one cell. */
final class StandardPolicy implements AccessPolicy {
    static final StandardPolicy STANDARD = new StandardPolicy(true);
    static final StandardPolicy STRICT = new StandardPolicy(false);

    private final boolean membersOpenWhatIsPublic;

    private StandardPolicy(boolean membersOpenWhatIsPublic) {
        this.membersOpenWhatIsPublic = membersOpenWhatIsPublic;
    }

    @Override
    public boolean permits(Caller caller, Action action, AccessTarget target) {
        if (caller.isAdministratorOf(target.workspaceId())) {
            return true;
        }
        if (!caller.isMemberOf(target.workspaceId())) {
            return false;
        }
        ConnectionHead connection = target.connection();
        boolean shared = connection != null && connection.accessibility() == Accessibility.PUBLIC;
        boolean own = connection != null && connection.creator().equals(caller.userId());
        return switch (action) {
            case CREATE -> true;
            case VIEW -> own || shared;
            case OPEN -> own || (shared && membersOpenWhatIsPublic);
            case VALIDATE -> connection == null || own || shared;
            case UPDATE, DELETE -> own;
            case TRANSFER -> false;
        };
    }

    @Override
    public ListScope listScope(Caller caller) {
        if (caller.isAdministratorOfAll()) {
            return new ListScope(caller.userId(), List.of(Grant.everywhere(Reach.ALL)));
        }
        List<Grant> grants = caller.memberships().stream()
                .map(workspace ->
                        Grant.in(workspace, caller.isAdministratorOf(workspace) ? Reach.ALL : Reach.PUBLIC_OR_OWN))
                .toList();
        return new ListScope(caller.userId(), grants);
    }
}
