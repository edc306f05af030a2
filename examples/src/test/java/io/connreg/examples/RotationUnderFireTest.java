package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.KeyId;
import io.connreg.KeyState;
import io.connreg.KeyStatus;
import io.connreg.KeysReport;
import io.connreg.Secret;
import io.connreg.core.MasterKey;
import io.connreg.spec.CustomSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Keys are changed to their end while processes write that are stopped and killed at any time, and nothing that was
 * acknowledged is lost. With the system property {@code registry.test.kills} for that many rounds.
 */
@Tag("slow")
@Tag("crash")
final class RotationUnderFireTest {
    private static final int ROUNDS = Integer.getInteger("registry.test.kills", 2);
    /** Rows that nobody changes, so that a reseal has something to do. */
    private static final int STILL = 200;

    private static final int MOST_LINES = 200;

    @TempDir
    private Path folder;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final FleetLedger ledger = new FleetLedger();

    @ParameterizedTest
    @EnumSource(ServedStore.Kind.class)
    void ofHostsThatAreStoppedAndKilledNothingIsLost(ServedStore.Kind kind)
            throws IOException, SQLException, InterruptedException {
        String keyFile = folder.resolve("master.key").toString();
        SteppedClock clock = new SteppedClock();
        try (ServedStore store = kind.start();
                ConnectionRegistry registry = SharedStore.open(
                        RotatedHost.store(store.url()), MasterKey.fileOrCreate(Path.of(keyFile)), clock)) {
            fill(registry);
            try (FleetMember one = FleetMember.start(ledger, store.url(), keyFile, "one", "write", "write", "write");
                    FleetMember two =
                            FleetMember.start(ledger, store.url(), keyFile, "two", "write", "write", "write");
                    FleetMember sealer = FleetMember.start(ledger, store.url(), keyFile, "sealer", "reseal")) {
                FleetRotation rotation = new FleetRotation(store, registry, clock, List.of(one, two), sealer, random);
                for (int round = 0; round < ROUNDS; round++) {
                    one.awaitLines(1 + random.nextInt(MOST_LINES));
                    two.awaitLines(1 + random.nextInt(MOST_LINES));
                    rotation.run();
                }
                one.kill();
                two.kill();
                store.awaitTransactions();
                rotation.finish();
                check(kind.name(), registry, rotation.toString());
            }
        }
    }

    @Test
    void inFilesOfOneProcessThatIsKilledNothingIsLost() throws IOException, InterruptedException {
        String directory = folder.resolve("files").toString();
        String keyFile = folder.resolve("master.key").toString();
        MasterKey masterKey = MasterKey.fileOrCreate(Path.of(keyFile));
        try (ConnectionRegistry registry = RotatedHost.open(RotatedHost.store(directory), masterKey)) {
            fill(registry);
        }
        try (FleetMember host =
                FleetMember.start(ledger, directory, keyFile, "host", "write", "write", "rotate", "reseal")) {
            for (int round = 0; round < ROUNDS; round++) {
                host.awaitLines(1 + random.nextInt(MOST_LINES * 10));
                host.killAndStartAgain();
            }
            host.awaitLines(1);
            host.kill();
        }
        try (ConnectionRegistry registry = RotatedHost.open(RotatedHost.store(directory), masterKey)) {
            for (KeyId key = primary(registry); state(registry, key) != KeyState.DESTROYED; ) {
                RotatedHost.rotate(registry);
            }
            check("FILES", registry, ROUNDS + " kills");
        }
    }

    private void fill(ConnectionRegistry registry) {
        Connections connections = registry.actingAs(Person.ALICE.caller());
        for (int i = 0; i < STILL; i++) {
            String name = "still-" + i;
            connections.create(CreateConnection.of(name, CustomSpec.empty().secret("s", Secret.of(name))));
            ledger.note("done " + name + " " + name + " .");
        }
    }

    static KeyId primary(ConnectionRegistry registry) {
        return registry.keys().status().in(KeyState.PRIMARY).get(0);
    }

    private static KeyState state(ConnectionRegistry registry, KeyId id) {
        return registry.keys().status().keys().stream()
                .filter(key -> key.id().equals(id))
                .map(KeyStatus::state)
                .findFirst()
                .orElseThrow();
    }

    private void check(String store, ConnectionRegistry registry, String deeds) {
        List<KeyStatus> keys = registry.keys().status().keys();
        assertThat(keys.subList(0, keys.size() - 1))
                .hasSizeGreaterThanOrEqualTo(1)
                .extracting(KeyStatus::state)
                .containsOnly(KeyState.DESTROYED);
        KeysReport report = registry.keys().verify();
        assertThat(report.unreadable()).isZero();
        int opened = ledger.check(registry.actingAs(Person.ALICE.caller()));
        assertThat(report.done()).isEqualTo(opened);
        assertThat(registry.keys().status().lost()).isEmpty();
        System.out.println(store + " (seed " + seed + "): " + ROUNDS + " rounds, " + deeds + ", " + (keys.size() - 1)
                + " keys destroyed, " + opened + " secrets opened, heard " + ledger.heard());
    }
}
