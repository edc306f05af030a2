package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionRegistry;
import io.connreg.KeysStatus;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many processes start at once where there are neither tables nor keys nor a master key. */
@Tag("slow")
final class FirstStartTest {
    private static final int PROCESSES = 16;

    @TempDir
    private Path folder;

    private final List<Child> children = new ArrayList<>();

    @AfterEach
    void close() throws IOException {
        for (Child child : children) {
            child.close();
        }
    }

    /** The same processes on one store and then the other: to start them takes longer than all else. */
    @Test
    void ofSixteenAllHaveOneKeyAndReadWhatTheOthersStored() throws IOException, SQLException {
        for (int i = 0; i < PROCESSES; i++) {
            children.add(Child.small(FirstStarter.class, "c-" + i));
        }
        assertThat(lines()).containsOnly("ready");
        for (ServedStore.Kind kind : ServedStore.Kind.values()) {
            try (ServedStore store = kind.start()) {
                startOn(
                        store.url(),
                        Files.createDirectory(folder.resolve(kind.name())).resolve("master.key"));
            }
        }
    }

    private void startOn(String url, Path keyFile) throws IOException {
        say(url + " " + keyFile);
        assertThat(lines()).as(url).containsOnly("created 3");
        say("read");
        assertThat(lines()).as(url).containsOnly("opened " + 3 * PROCESSES);

        try (ConnectionRegistry registry = Registries.open(url, MasterKey.file(keyFile))) {
            KeysStatus status = registry.keys().status();
            assertThat(status.version()).isEqualTo(1);
            assertThat(status.keys())
                    .singleElement()
                    .satisfies(key -> assertThat(key.secrets()).isEqualTo(3 * PROCESSES));
            assertThat(status.lost()).isEmpty();
            assertThat(status.masterKeys()).hasSize(1);
            assertThat(registry.keys().verify().done()).isEqualTo(3 * PROCESSES);
        }
        try (Stream<Path> files = Files.list(keyFile.getParent())) {
            assertThat(files).containsExactly(keyFile);
        }
    }

    private void say(String line) throws IOException {
        for (Child child : children) {
            Writer input = child.process().outputWriter();
            input.write(line + "\n");
            input.flush();
        }
    }

    private List<String> lines() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Child child : children) {
            lines.add(child.output().readLine());
        }
        return lines;
    }
}
