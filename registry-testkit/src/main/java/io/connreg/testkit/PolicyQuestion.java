package io.connreg.testkit;

import io.connreg.Caller;
import io.connreg.spi.AccessPolicy;
import io.connreg.spi.AccessTarget;
import io.connreg.spi.Action;
import io.connreg.spi.ConnectionHead;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Something that the registry may ask a policy. */
record PolicyQuestion(Caller caller, Action action, AccessTarget target) {
    boolean ask(AccessPolicy policy) {
        return policy.permits(caller, action, target);
    }

    static PolicyQuestion about(Caller caller, Action action, ConnectionHead connection) {
        return new PolicyQuestion(caller, action, AccessTarget.connection(connection));
    }

    static List<PolicyQuestion> allAbout(Caller caller, ConnectionHead connection) {
        return Stream.of(Action.values())
                .filter(action -> action != Action.CREATE)
                .map(action -> about(caller, action, connection))
                .toList();
    }

    /** About all of these connections, and about their workspaces. */
    static List<PolicyQuestion> all(List<Caller> callers, List<ConnectionHead> connections) {
        List<PolicyQuestion> questions = new ArrayList<>();
        Set<String> workspaces = new TreeSet<>();
        connections.forEach(connection -> workspaces.add(connection.workspaceId()));
        for (Caller caller : callers) {
            connections.forEach(connection -> questions.addAll(allAbout(caller, connection)));
            for (String workspace : workspaces) {
                for (Action action : List.of(Action.CREATE, Action.VALIDATE)) {
                    questions.add(new PolicyQuestion(caller, action, AccessTarget.workspace(workspace)));
                }
            }
        }
        return questions;
    }
}
