package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionRegistry;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.jdbc.JdbcStores;
import io.connreg.spi.ConnectionStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that dies without a word takes nothing with it that it was told is stored. */
@Tag("slow")
final class KilledProcessTest {
    private static final int ROUNDS = 6;
    private static final int FEWEST = 300;
    private static final int MOST = 400;

    @Test
    void whateverWasAcknowledgedBeforeAKillHoldsAndNothingIsHalfThere(@TempDir Path folder)
            throws IOException, InterruptedException {
        String url = "jdbc:h2:" + folder.resolve("db/registry");
        Path keyFile = folder.resolve("master.key");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Ledger ledger = new Ledger();
        for (int round = 0; round < ROUNDS; round++) {
            runAndKill(url, keyFile, round, random.nextInt(FEWEST, MOST), ledger);
            try (ConnectionRegistry registry = Registries.open(url, MasterKey.file(keyFile))) {
                ledger.check(registry.actingAs(Person.ALICE.caller()));
            }
            try (ConnectionStore store = JdbcStores.open(url)) {
                assertThat(store.countSecretsByKey()).hasSize(1).containsValue((long) ledger.size());
            }
        }
        System.out.println("Killed " + ROUNDS + " times (seed " + seed + "): " + ledger.totals() + ", " + ledger.size()
                + " rows left");
    }

    private static void runAndKill(String url, Path keyFile, int round, int acknowledgements, Ledger ledger)
            throws IOException, InterruptedException {
        try (Child child = Child.run(AcknowledgingHost.class, url, keyFile.toString(), Integer.toString(round))) {
            for (int seen = 0; seen < acknowledgements; ) {
                String line = child.output().readLine();
                assertThat(line).as("the host goes on until it is killed").isNotNull();
                seen += ledger.note(line) ? 1 : 0;
            }
            child.kill();
            child.output().lines().forEach(ledger::note);
        }
    }
}
