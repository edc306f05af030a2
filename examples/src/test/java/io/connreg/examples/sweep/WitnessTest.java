package io.connreg.examples.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionView;
import io.connreg.KeysProgress;
import io.connreg.KeysReport;
import io.connreg.MasterKeyId;
import io.connreg.MasterKeySource;
import io.connreg.NameTakenException;
import io.connreg.Problem;
import io.connreg.UnreadableConnection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import jdk.jfr.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wherever a secret might lie open, the sweep looks. */
final class WitnessTest {
    private final Findings findings = new Findings(Canaries.sightings());
    private final Surface surface = Surface.ofAllModules();
    private final Examiner examiner = new Examiner(surface, findings);
    private final Witness witness = new Witness(surface, examiner, findings);

    /** Of the test's own. */
    static final class Leaking extends Event {
        String text = Canaries.PASSWORD;
    }

    @Test
    void whatAMethodGivesIsLookedAt() {
        MasterKeySource source =
                witness.of(MasterKeySource.class, () -> new MasterKeyId("aead", Canaries.PASSWORD, ""));

        assertThat(source.id().label()).isEqualTo(Canaries.PASSWORD);
        assertThat(findings.all())
                .anyMatch(seen -> seen.contains("text form of MasterKeyId"))
                .anyMatch(seen -> seen.contains("Gson of MasterKeyId"))
                .anyMatch(seen -> seen.contains("Jackson by fields of MasterKeyId"))
                .anyMatch(seen -> seen.contains("Jackson by getters of MasterKeyId"))
                .anyMatch(seen -> seen.contains("MasterKeyId.label"));
    }

    @Test
    void whatAListenerIsGivenIsLookedAtHoweverDeepItLies() {
        UnreadableConnection deep = new UnreadableConnection(Canaries.TOKEN, "ws-1", new TreeMap<>(), Optional.empty());

        witness.of(KeysProgress.class, soFar -> {}).at(new KeysReport(1, 0, 0, 1, List.of(deep)));

        assertThat(findings.all()).anyMatch(seen -> seen.startsWith("KeysProgress.at, given > KeysReport.listed > "));
    }

    @Test
    void whatIsThrownIsLookedAtWithItsCausesAndWhatWasSuppressed() {
        NameTakenException thrown = new NameTakenException("taken");
        thrown.initCause(new IOException("no", new IOException(Canaries.PASSWORD)));
        thrown.addSuppressed(new IOException(Canaries.TOKEN));
        KeysProgress watched = witness.of(KeysProgress.class, soFar -> {
            throw thrown;
        });

        witness.refused(() -> watched.at(new KeysReport(0, 0, 0, 0, List.of())));

        assertThat(findings.all())
                .anyMatch(seen -> seen.startsWith("KeysProgress.at, thrown, cause, cause, "))
                .anyMatch(seen -> seen.startsWith("KeysProgress.at, thrown, suppressed, "))
                .anyMatch(seen -> seen.contains("stack trace of NameTakenException"));
    }

    @Test
    void theJavaFormOfWhatHasOneIsLookedAt() {
        witness.met("problem", new Problem("configs.port", "X", Canaries.PASSWORD));

        assertThat(findings.all()).anyMatch(seen -> seen.contains("Java serialization of Problem"));
    }

    @Test
    void aFlightRecordingIsLookedThroughByteByByteAndEventByEvent(@TempDir Path folder) throws IOException {
        try (FlightRecord record = FlightRecord.start()) {
            new Leaking().commit();
            record.look(findings, folder.resolve("record.jfr"));
        }

        assertThat(findings.all())
                .contains(
                        "bytes of the flight recording: password in UTF-8",
                        Leaking.class.getName() + ".text: password in UTF-8");
    }

    @Test
    void allThatIsPrintedOrLoggedIsHeard() {
        try (Overheard overheard = Overheard.listen()) {
            System.out.println("printed out");
            System.err.println("printed as an error");
            System.getLogger("io.connreg.any").log(System.Logger.Level.TRACE, "traced by the library");
            org.slf4j.LoggerFactory.getLogger("any").trace("traced by {}", "a library");

            assertThat(overheard.text())
                    .contains("printed out", "printed as an error", "traced by the library", "traced by a library");
        }
    }

    /** Until something has called it, and it has returned, a public method is missing by its name. */
    @Test
    void whatNobodyHasCalledIsMissing() {
        assertThat(surface.missing())
                .hasSize(surface.size())
                .containsKeys(
                        "io.connreg.Connections.open(String)",
                        "io.connreg.Keys.destroy(KeyId)",
                        "io.connreg.spec.RdsSpec.config(String, String)",
                        "io.connreg.core.MasterKey.line(String)",
                        "io.connreg.wire.WireJson.writeView(ConnectionView)",
                        "io.connreg.jdbc.JdbcStores.open(String)",
                        "io.connreg.file.FileConnectionStore.cutTail()");
        assertThat(surface.types()).contains(ConnectionView.class);

        witness.met("page", new Problem("a", "b", "c"));

        assertThat(surface.missing())
                .doesNotContainKey("io.connreg.Problem.path()")
                .containsKey("io.connreg.Problem(String, String, String)");
    }
}
