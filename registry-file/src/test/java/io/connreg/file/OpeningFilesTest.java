package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.RegistrySetupException;
import io.connreg.spi.StoreProvider;
import io.connreg.testkit.SampleRow;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may open what, and what is made. */
final class OpeningFilesTest {
    @TempDir
    Path dir;

    private Folder folder;

    @BeforeEach
    void makeStore() {
        folder = new Folder(dir.resolve("above/data"));
    }

    @Test
    void aSecondOpenerInThisProcessIsToldWhoHasItAndDoesNotDisturb() throws IOException {
        try (FileConnectionStore store = folder.open()) {
            assertHeld(folder, ProcessHandle.current().pid());
            Path link = Files.createSymbolicLink(dir.resolve("link"), dir.resolve("above"));
            assertHeld(new Folder(link.resolve("data")), ProcessHandle.current().pid());
            store.insert(SampleRow.of("one").write());
            assertThat(openElsewhere())
                    .contains("open already, in process "
                            + ProcessHandle.current().pid());
        }
        folder.open().close();
    }

    @Test
    void anotherProcessThatHasItIsNamed() throws IOException, InterruptedException {
        Process other = other();
        try (BufferedReader output = other.inputReader()) {
            String open = output.readLine();
            assertThat(open).startsWith("open ");
            assertHeld(folder, other.pid());
            other.toHandle().destroyForcibly();
            other.waitFor();
        }
        folder.open().close();
    }

    @Test
    void allIsMadeForItsOwnerAlone() throws IOException {
        try (FileConnectionStore store = folder.open(Folder.SMALL)) {
            SampleRow row = SampleRow.of("one");
            store.insert(row.write());
            for (int i = 0; i < 100; i++) {
                row = row.next();
                store.replace(row.write());
            }
            store.awaitCompaction();
            assertThat(folder.names()).anyMatch(name -> name.startsWith("snapshot"));
            try (Stream<Path> files = Files.list(folder.path())) {
                for (Path file : files.toList()) {
                    assertThat(permissions(file)).as(file.toString()).isEqualTo("rw-------");
                }
            }
            assertThat(permissions(folder.path())).isEqualTo("rwx------");
            assertThat(permissions(dir.resolve("above"))).isEqualTo("rwx------");
        }
    }

    @Test
    void linksAreRefused() throws IOException {
        folder.open().close();
        Path link = Files.createSymbolicLink(dir.resolve("link"), folder.path());
        assertThatThrownBy(() -> new Folder(link).open())
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContaining("is not a link");

        for (String name : List.of("journal-00000001.jsonl", "lock")) {
            Path file = folder.path().resolve(name);
            Path elsewhere = Files.move(file, dir.resolve(name));
            Files.createSymbolicLink(file, elsewhere);
            assertThatThrownBy(folder::open)
                    .isInstanceOf(RegistrySetupException.class)
                    .hasMessageContaining(name + " is not a plain file");
            Files.delete(file);
            Files.move(elsewhere, file);
        }
        folder.open().close();
    }

    @Test
    void aDirectoryOfOtherFilesIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(folder.path());
        folder.write("holiday.jpg", new byte[] {1});

        assertThatThrownBy(folder::open)
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContaining("Give it a directory of its own");
        try (Stream<Path> files = Files.list(folder.path())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void whereAFileIsThereIsNoDirectory() throws IOException {
        Files.createDirectories(folder.path().getParent());
        Files.writeString(folder.path(), "a file");

        assertThatThrownBy(folder::open).isInstanceOf(RegistrySetupException.class);
        assertThat(Files.readString(folder.path())).isEqualTo("a file");
    }

    @Test
    void openingTellsHowFarItIsAndCanBeCalledOff() {
        try (FileConnectionStore store = folder.open(Folder.NEVER_COMPACTED)) {
            for (int i = 0; i < 40; i++) {
                store.insert(SampleRow.of("row-" + i).write());
            }
        }
        List<Long> read = new ArrayList<>();
        List<Long> of = new ArrayList<>();
        FileStores.open(folder.path(), (bytes, ofBytes) -> {
                    read.add(bytes);
                    of.add(ofBytes);
                })
                .close();
        assertThat(read).isSorted().hasSizeGreaterThan(1);
        assertThat(read.get(read.size() - 1)).isEqualTo(of.get(of.size() - 1));
        Map<String, String> before = folder.contents();

        assertThatThrownBy(() -> FileStores.open(folder.path(), (bytes, ofBytes) -> {
                    throw new CancellationException("enough");
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(folder.contents()).isEqualTo(before);
        folder.open().close();
    }

    @Test
    void aThreadThatIsInterruptedReadsAndWritesAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        try (FileConnectionStore store = folder.open()) {
            store.insert(SampleRow.of("one").write());
            assertThat(store.find("one")).contains(SampleRow.of("one").stored());
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        }
        assertThat(Thread.interrupted()).isTrue();
        try (FileConnectionStore store = folder.open()) {
            assertThat(store.find("one")).isPresent();
        }
    }

    @Test
    void urlsArePathsAndNothingElse() throws IOException {
        StoreProvider provider = new FileStoreProvider();
        assertThat(provider.accepts("file:./data")).isTrue();
        assertThat(provider.accepts("jdbc:h2:file:./data")).isFalse();
        provider.open("file://" + folder.path()).close();
        provider.open("file:" + folder.path()).close();
        Path here = Path.of("").toAbsolutePath();
        provider.open("file:" + here.relativize(folder.path())).close();
        assertThat(folder.names()).containsExactly("journal-00000001.jsonl");

        for (String url : List.of("file:", "file: ", "file://host/data", "file:./data?canary", "file:./data#canary")) {
            assertThatThrownBy(() -> provider.open(url))
                    .as(url)
                    .isInstanceOf(RegistrySetupException.class)
                    .hasMessageNotContaining("canary");
        }
    }

    private static void assertHeld(Folder folder, long pid) {
        assertThatThrownBy(folder::open)
                .isInstanceOf(RegistrySetupException.class)
                .hasMessageContaining("open already, in process " + pid + " since 20");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private String openElsewhere() throws IOException {
        Process process = other();
        try (BufferedReader output = process.inputReader()) {
            return output.readLine();
        } finally {
            process.destroyForcibly();
        }
    }

    /** Another JVM that sees what this one does. */
    private Process other() throws IOException {
        String tests = Open.class.getResource("/io/connreg/file/Open.class").getPath();
        String path = Stream.of(
                        tests.substring(0, tests.length() - "io/connreg/file/Open.class".length()),
                        System.getProperty("jdk.module.path", ""),
                        System.getProperty("java.class.path", ""))
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java, "-cp", path, Open.class.getName(), folder.path().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
