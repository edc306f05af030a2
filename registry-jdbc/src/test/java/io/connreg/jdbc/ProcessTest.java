package io.connreg.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.spi.ConnectionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only another process can show. */
final class ProcessTest {
    private static final int ACKNOWLEDGED_BEFORE_THE_KILL = 2_000;

    @Test
    void whatWasAcknowledgedSurvivesAKillWhateverWriteDelayAnotherConnectionHasSet(@TempDir Path dir)
            throws IOException, InterruptedException {
        assertKilledWriterLosesNothing("jdbc:h2:" + dir.resolve("db"));
    }

    @Test
    void whatPostgreSqlAcknowledgedSurvivesTheKillOfItsClient() throws IOException, InterruptedException {
        try (Kind.Fresh database = Kind.POSTGRESQL.newDatabase()) {
            assertKilledWriterLosesNothing(database.url());
        }
    }

    @Test
    @Tag("mariadb")
    void whatMariaDbAcknowledgedSurvivesTheKillOfItsClient() throws IOException, InterruptedException {
        try (Kind.Fresh database = Kind.MARIADB.newDatabase()) {
            assertKilledWriterLosesNothing(database.url());
        }
    }

    private static void assertKilledWriterLosesNothing(String url) throws IOException, InterruptedException {
        Map<String, Long> acknowledged = new HashMap<>();
        try (Child child = Child.run(AcknowledgingWriter.class, url)) {
            for (int lines = 0; lines < ACKNOWLEDGED_BEFORE_THE_KILL; lines++) {
                note(child.output().readLine(), acknowledged);
            }
            child.kill();
            child.output().lines().forEach(line -> note(line, acknowledged));
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ACKNOWLEDGED_BEFORE_THE_KILL / 2);
        Map<String, String> found = Contents.ofAll(url);
        assertThat(found.values()).as("nothing is half there").isSubsetOf(Contents.row(1), Contents.row(2));
        acknowledged.forEach(
                (id, rowVersion) -> assertThat(found.get(id)).as(id).isIn(Contents.row(rowVersion), Contents.row(2)));
    }

    @ParameterizedTest
    @CsvSource({
        "h2, jdbc:h2:mem:x;PASSWORD=canary, com.h2database:h2, jdbc:h2:mem:x",
        "postgresql, jdbc:postgresql://db/x?password=canary, org.postgresql:postgresql, jdbc:postgresql://db/x",
        "mariadb, jdbc:mariadb://db/x?password=canary, org.mariadb.jdbc:mariadb-java-client, jdbc:mariadb://db/x"
    })
    void withoutItsDriverTheMessageNamesTheArtifact(String jar, String url, String artifact, String shown)
            throws IOException {
        try (Child child = Child.run(List.of(), List.of("/" + jar), OpenWithoutDriver.class, url)) {
            assertThat(child.output().readLine()).contains(artifact, shown).doesNotContain("canary");
        }
    }

    @Test
    void aPageIsReadWithinItsBudgetWhereAllItsRowsWouldNotFitIntoMemory(@TempDir Path dir) throws IOException {
        String url = "jdbc:h2:" + dir.resolve("db");
        String document = "x".repeat(1024 * 1024 - 10);
        try (ConnectionStore store = JdbcStores.open(url)) {
            for (int i = 0; i < 400; i++) {
                // Each another, since H2 would read equal ones into one string.
                store.insert(Rows.withDocument(Rows.row("c-" + i, "name-" + i), i + document));
            }
        }
        try (Child child = Child.run(List.of("-Xmx512m"), List.of(), PageReader.class, url)) {
            assertThat(child.output().lines()).containsExactly("9 rows in a workspace", "9 rows everywhere");
        }
    }

    /** A kill may cut the last line short; then it acknowledges nothing. */
    private static void note(String line, Map<String, Long> acknowledged) {
        String[] parts = line.split(" ", -1);
        if (parts.length == 2 && !parts[1].isEmpty()) {
            acknowledged.merge(parts[0], Long.valueOf(parts[1]), Math::max);
        }
    }
}
