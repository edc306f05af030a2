package io.connreg.testkit;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.ConnectionType;
import io.connreg.spi.ConnectionHead;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** People of all kinds, and connections of theirs. */
final class PolicyCases {
    private static final ConnectionType UNKNOWN = new ConnectionType("FutureConnection");
    private static final String COMPOSED = "zo\u00e9";
    private static final String DECOMPOSED = "zoe\u0301";

    private PolicyCases() {}

    static List<Caller> callers() {
        return List.of(
                Caller.user("mallory"),
                Caller.user("mallory").defaultWorkspace("ws-1"),
                Caller.user("mallory").memberOf("ws-2"),
                Caller.user("mallory").administratorOf("WS-1", "ws-1 ", DECOMPOSED),
                Caller.user("bob").memberOf("ws-1"),
                Caller.user("bob").memberOf("ws-1", COMPOSED).administratorOf("ws-2"),
                Caller.user("alice"),
                Caller.user("alice").memberOf("ws-1"),
                Caller.user("alice").memberOf("ws-2").defaultWorkspace("ws-1"),
                Caller.user("alice").memberOf("ws-1", "ws-2", "ws-3"),
                Caller.user("Alice").memberOf("ws-1"),
                Caller.user("alice ").memberOf("ws-1"),
                Caller.user(COMPOSED).memberOf("ws-1", COMPOSED),
                Caller.user(DECOMPOSED).memberOf("ws-1", COMPOSED),
                Caller.user("carol").administratorOf("ws-1"),
                Caller.user("carol").administratorOf("ws-1", COMPOSED).memberOf("ws-2"),
                Caller.user("ops").administratorOfAll(),
                Caller.user("ops").memberOf("ws-1").administratorOfAll());
    }

    /** Public and private ones, of several types, of each caller and in each workspace, and of almost their names. */
    static List<ConnectionHead> connectionsAround(List<Caller> callers) {
        Set<String> users = new TreeSet<>(Set.of("nobody"));
        Set<String> workspaces = new TreeSet<>(Set.of("nowhere"));
        for (Caller caller : callers) {
            users.addAll(spellings(caller.userId()));
            caller.memberships().forEach(workspace -> workspaces.addAll(spellings(workspace)));
            caller.defaultWorkspace().ifPresent(workspace -> workspaces.addAll(spellings(workspace)));
        }
        List<ConnectionHead> connections = new ArrayList<>();
        for (String workspace : workspaces) {
            for (String creator : users) {
                for (Accessibility accessibility : Accessibility.values()) {
                    int number = connections.size();
                    connections.add(connection(number, workspace, ConnectionType.RDS, accessibility, creator));
                    connections.add(connection(number + 1, workspace, UNKNOWN, accessibility, creator));
                }
            }
        }
        return connections;
    }

    private static ConnectionHead connection(
            int number, String workspace, ConnectionType type, Accessibility accessibility, String creator) {
        String id = String.format(Locale.ROOT, "conn-%018d", number);
        return new ConnectionHead(
                id, workspace, "orders " + number, type, accessibility, creator, number, number, 1, 1);
    }

    private static List<String> spellings(String id) {
        return List.of(
                id,
                id.toUpperCase(Locale.ROOT),
                id.toLowerCase(Locale.ROOT),
                id.strip(),
                id + " ",
                Normalizer.normalize(id, Normalizer.Form.NFC),
                Normalizer.normalize(id, Normalizer.Form.NFD));
    }
}
