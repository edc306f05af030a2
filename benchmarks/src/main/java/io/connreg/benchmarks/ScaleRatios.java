package io.connreg.benchmarks;

import io.connreg.Accessibility;
import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.ListConnections;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import java.util.ArrayList;
import java.util.List;

/** Pages of a hundred among very many connections, by scope, filter and depth. */
final class ScaleRatios {
    private static final int PAGE = 100;
    /** What a page may cost that has to look for its rows, in rounds. */
    private static final int FEW_ROUNDS = 5;

    private static final Caller MEMBER = Caller.user(Samples.creator(7)).memberOf(Samples.MAIN);
    private static final Caller OF_ALL = Caller.user("admin").administratorOfAll();
    private static final Caller OF_SEVERAL = Caller.user(Samples.creator(7))
            .memberOf(Samples.MAIN, Samples.sideWorkspace(1), Samples.sideWorkspace(2), Samples.sideWorkspace(3));
    private static final ListConnections IN_MAIN =
            ListConnections.inWorkspace(Samples.MAIN).pageSize(PAGE);
    private static final ListConnections ANYWHERE =
            ListConnections.inAllWorkspaces().pageSize(PAGE);

    private final Settings settings;
    private final Storage storage;
    private final ConnectionRegistry registry;
    private final List<Answer> answers = new ArrayList<>();

    private ScaleRatios(Settings settings, Storage storage, ConnectionRegistry registry) {
        this.settings = settings;
        this.storage = storage;
        this.registry = registry;
    }

    static List<Answer> measure(Settings settings) throws Exception {
        return Each.storage(settings, ScaleRatios::measure);
    }

    private static List<Answer> measure(Settings settings, Storage storage) throws Exception {
        MasterKey key = MasterKey.line(MasterKey.generate());
        Filled.with(settings.rows(), storage, key);
        try (ConnectionRegistry registry =
                Registries.builder().storage(storage.store()).masterKey(key).open()) {
            ScaleRatios ratios = new ScaleRatios(settings, storage, registry);
            ratios.depths();
            ratios.searches();
            return ratios.answers;
        }
    }

    /** What passes at least half of the rows of a scope. */
    private void depths() throws Exception {
        depth("one workspace, its administrator", OF_ALL, IN_MAIN);
        depth("one workspace, oldest first", OF_ALL, IN_MAIN.oldestFirst());
        depth("one workspace, a member", MEMBER, IN_MAIN);
        depth("one workspace, a member, the usual type", MEMBER, IN_MAIN.types(Samples.USUAL_TYPE));
        depth("one workspace, the usual model", OF_ALL, IN_MAIN.model(Samples.USUAL_MODEL));
        depth("one workspace, the public ones", OF_ALL, IN_MAIN.accessibility(Accessibility.PUBLIC));
        depth("all workspaces, administrator of all", OF_ALL, ANYWHERE);
        depth("all workspaces, a member of four", OF_SEVERAL, ANYWHERE);
        PlainReads plain = new PlainReads(storage.plain());
        Connections connections = registry.actingAs(OF_ALL);
        answers.add(settings.turns()
                .compare(
                        question("first page, one workspace", "plain JDBC, JSON by Jackson databind", "≤ 1.5"),
                        () -> connections.list(IN_MAIN),
                        () -> plain.firstPage(Samples.MAIN, PAGE + 1)));
    }

    private void depth(String what, Caller caller, ListConnections request) throws Exception {
        answers.add(new DeepPages(settings.turns(), "scale", storage.shown())
                .compare(what, registry.actingAs(caller), request));
    }

    private void searches() throws Exception {
        search("first page of a type that one in 10,000 has", IN_MAIN.types(Samples.RARE_TYPE));
        search("first page of a model that one in 10,000 has", IN_MAIN.model(Samples.RARE_MODEL));
        search("name part that one in 10,000 has", IN_MAIN.nameContains(Samples.RARE_NAME));
        search("name part that none has", IN_MAIN.nameContains("haystack"));
        search("name part that all have", IN_MAIN.nameContains("-"));
        search("first page with the count", IN_MAIN.withTotal());
    }

    private void search(String what, ListConnections request) throws Exception {
        Connections connections = registry.actingAs(MEMBER);
        answers.add(new Rounds(Math.min(FEW_ROUNDS, settings.rounds()), settings.each())
                .compare(
                        question(what + ", one workspace, a member", "first page without the filter", ""),
                        () -> connections.list(request),
                        () -> connections.list(IN_MAIN)));
    }

    private Question question(String operation, String against, String reach) {
        return Question.read("scale", operation, against, storage.shown(), reach);
    }
}
