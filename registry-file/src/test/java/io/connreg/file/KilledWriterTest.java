package io.connreg.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is killed in the middle of its work, again and again, on one store: what was acknowledged is there, and
 * nothing by half. With the system property {@code registry.test.kills} it is killed that many times.
 */
@Tag("slow")
@Tag("crash")
final class KilledWriterTest {
    private static final int KILLS = Integer.getInteger("registry.test.kills", 2);
    private static final int MOST = 2_500;
    /** Enough for a snapshot. */
    private static final int AT_FIRST = 1_000;

    @Test
    void whatWasAcknowledgedSurvivesTheKillOfItsProcess(@TempDir Path dir) throws IOException, InterruptedException {
        Path directory = dir.resolve("data");
        long seed = Thorough.seed();
        Random random = new Random(seed);
        Acknowledged acknowledged = new Acknowledged(AcknowledgingWriter::expected);
        int cut = 0;
        for (int round = 0; round < KILLS; round++) {
            int acknowledgements = (round == 0 ? AT_FIRST : 1) + random.nextInt(MOST);
            writeAndKill(directory, round, acknowledgements, acknowledged);
            try (FileConnectionStore store =
                    FileConnectionStore.open(new OsDisk(directory), AcknowledgingWriter.SIZES, (bytes, of) -> {})) {
                cut += store.cutTail().isPresent() ? 1 : 0;
                acknowledged.check(store);
            }
        }
        assertThat(new Folder(directory).names()).anyMatch(name -> name.startsWith("snapshot"));
        System.out.println(
                "Killed " + KILLS + " times (seed " + seed + "): " + acknowledged + ", " + cut + " torn ends cut");
    }

    private static void writeAndKill(Path directory, int round, int acknowledgements, Acknowledged acknowledged)
            throws IOException, InterruptedException {
        try (Child child =
                Child.run(List.of(), AcknowledgingWriter.class, directory.toString(), Integer.toString(round))) {
            for (int seen = 0; seen < acknowledgements; ) {
                String line = child.output().readLine();
                assertThat(line).as("it goes on until it is killed").isNotNull();
                seen += acknowledged.note(line) ? 1 : 0;
            }
            child.kill();
            child.output().lines().forEach(acknowledged::note);
        }
    }
}
