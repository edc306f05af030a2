package io.connreg.benchmarks;

import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.ListConnections;
import io.connreg.UpdateConnection;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.file.FileStores;
import io.connreg.spi.ConnectionStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A directory of very many connections: how it is opened, what it takes of memory, and how it is searched. */
final class FileScaleRatios {
    private static final int OPENINGS = 5;
    private static final Caller OF_ALL = Samples.administrator();
    private static final ListConnections IN_MAIN =
            ListConnections.inWorkspace(Samples.MAIN).pageSize(100);
    private static final ListConnections ANYWHERE =
            ListConnections.inAllWorkspaces().pageSize(100);

    private final Settings settings;
    private final Path directory;
    private final MasterKey key = MasterKey.line(MasterKey.generate());
    private final List<Answer> answers = new ArrayList<>();

    private FileScaleRatios(Settings settings, Path directory) {
        this.settings = settings;
        this.directory = directory;
    }

    static List<Answer> measure(Settings settings) throws Exception {
        try (Folder folder = Folder.in(settings.out())) {
            FileScaleRatios ratios = new FileScaleRatios(settings, folder.path().resolve("registry"));
            ratios.measure();
            return ratios.answers;
        }
    }

    private void measure() throws Exception {
        List<String> ids = new ArrayList<>();
        try (ConnectionRegistry registry = registry()) {
            Crowd.each(settings.rows(), number -> {
                String id = registry.actingAs(
                                Caller.user(Samples.creator(number)).administratorOfAll())
                        .create(Samples.numbered(number))
                        .id();
                synchronized (ids) {
                    ids.add(id);
                }
            });
        }
        opened("the journal alone", "≤ 3");
        heap();
        try (ConnectionRegistry registry = registry()) {
            pages(registry);
            search(registry.actingAs(OF_ALL));
        }
        try (ConnectionRegistry registry = registry()) {
            Connections connections = registry.actingAs(OF_ALL);
            Crowd.each(
                    settings.rows(),
                    number -> connections.update(
                            UpdateConnection.of(ids.get(number)).description("Moved to the new shop")));
        }
        opened("snapshot, checkpoint and journal", "≤ 1");
    }

    private ConnectionRegistry registry() {
        return Registries.builder()
                .storage(FileStores.open(directory))
                .masterKey(key)
                .open();
    }

    /** The same bytes are read once by each side before, so that both find them in the system's memory. */
    private void opened(String what, String reach) throws IOException {
        double[] heres = new double[OPENINGS];
        double[] theres = new double[OPENINGS];
        for (int round = -1; round < OPENINGS; round++) {
            long begin = System.nanoTime();
            scanned();
            long between = System.nanoTime();
            ConnectionStore store = FileStores.open(directory);
            long end = System.nanoTime();
            store.close();
            if (round >= 0) {
                theres[round] = between - begin;
                heres[round] = end - between;
            }
        }
        add(
                "open " + settings.rows() + " connections, " + what,
                "a scan for line ends of the same files",
                reach,
                heres,
                theres);
    }

    private long scanned() throws IOException {
        long lines = 0;
        byte[] piece = new byte[256 << 10];
        for (Path file : files()) {
            try (InputStream in = Files.newInputStream(file)) {
                for (int read = in.read(piece); read > 0; read = in.read(piece)) {
                    for (int i = 0; i < read; i++) {
                        if (piece[i] == '\n') {
                            lines++;
                        }
                    }
                }
            }
        }
        return lines;
    }

    private List<Path> files() throws IOException {
        try (var found = Files.list(directory)) {
            return found.filter(file -> file.toString().endsWith(".jsonl")).toList();
        }
    }

    private void heap() throws IOException {
        long stored = 0;
        for (Path file : files()) {
            stored += Files.size(file);
        }
        long before = used();
        try (ConnectionStore store = FileStores.open(directory)) {
            long taken = used() - before;
            add(
                    "heap of a connection, " + taken / settings.rows() + " bytes",
                    "its stored bytes",
                    "≤ 1.2",
                    new double[] {(double) taken / settings.rows()},
                    new double[] {(double) stored / settings.rows()});
            store.slot();
        }
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private void pages(ConnectionRegistry registry) throws Exception {
        DeepPages pages = new DeepPages(settings.turns(), "directory", "files");
        Caller member = Caller.user(Samples.creator(7)).memberOf(Samples.MAIN);
        answers.add(pages.compare("one workspace, its administrator", registry.actingAs(OF_ALL), IN_MAIN));
        answers.add(pages.compare("one workspace, a member", registry.actingAs(member), IN_MAIN));
        answers.add(pages.compare(
                "one workspace, the usual model", registry.actingAs(OF_ALL), IN_MAIN.model(Samples.USUAL_MODEL)));
        answers.add(pages.compare("all workspaces, administrator of all", registry.actingAs(OF_ALL), ANYWHERE));
    }

    private void search(Connections connections) throws Exception {
        List<String> names = connections.stream(ANYWHERE.pageSize(1_000))
                .map(view -> view.name())
                .toList();
        answers.add(settings.turns()
                .compare(
                        Question.read(
                                "directory",
                                "name part that none has",
                                "String.contains over all names",
                                "files",
                                "≤ 2"),
                        () -> connections.list(ANYWHERE.nameContains("haystack")),
                        () -> requireNone(names)));
    }

    private static void requireNone(List<String> names) {
        if (names.stream().anyMatch(name -> name.contains("haystack"))) {
            throw new IllegalStateException("a name has the part that none should have");
        }
    }

    private void add(String operation, String against, String reach, double[] heres, double[] theres) {
        Answer answer = Answer.of(Question.read("directory", operation, against, "files", reach), 1, heres, theres);
        System.out.printf("%s: %.2f%n", operation, answer.median());
        answers.add(answer);
    }
}
