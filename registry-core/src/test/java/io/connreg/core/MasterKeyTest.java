package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.KeyUnavailableException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MasterKeyTest {
    @TempDir
    private Path folder;

    @Test
    void aGeneratedLineIsReadBack() {
        String line = MasterKey.generate();

        assertThat(line).matches("connreg-master-1\\.[A-Za-z0-9_-]{43}\\.[0-9a-f]{16}");
        assertThat(LocalMasterKey.parse(line + "\n").toLine()).isEqualTo(line);
        assertThat(MasterKey.generate()).isNotEqualTo(line);
        assertThat(MasterKey.line(line)).hasToString("MasterKey(***)");
    }

    @Test
    void aKeyThatIsShortOrKnownToAllIsRefused() {
        byte[] sample = new byte[32];
        for (int i = 0; i < sample.length; i++) {
            sample[i] = (byte) i;
        }
        for (byte[] bad : new byte[][] {new byte[0], new byte[31], new byte[32], sample}) {
            assertThatThrownBy(() -> MasterKey.bytes(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aTypingErrorIsToldFromAnotherText() {
        String line = MasterKey.generate();
        char wrong = line.charAt(20) == 'A' ? 'B' : 'A';
        String mistyped = line.substring(0, 20) + wrong + line.substring(21);

        assertThatThrownBy(() -> MasterKey.line(mistyped)).hasMessageContaining("was not copied right");
        assertThatThrownBy(() -> MasterKey.line("hunter2"))
                .hasMessageContaining("this is not a master key")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aFileIsMadeForANewStorePrivateToItsOwnerAndReadAgain() throws IOException {
        Path file = folder.resolve("keys/master.key");
        Desk desk = new Desk();
        String id = createIn(desk, MasterKey.fileOrCreate(file));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(list(folder.resolve("keys"))).containsExactly("master.key");
        try (ConnectionRegistry again = desk.open(MasterKey.file(file))) {
            again.actingAs(Desk.ALICE).open(id).close();
        }
    }

    @Test
    void aLostFileIsNeverReplaced() throws IOException {
        Path file = folder.resolve("master.key");
        Desk desk = new Desk();
        String id = createIn(desk, MasterKey.fileOrCreate(file));
        Files.delete(file);

        Connections late = desk.open(MasterKey.fileOrCreate(file)).actingAs(Desk.ALICE);

        KeyRingTest.assertUnavailable(
                Reason.MASTER_KEY_MISSING,
                () -> late.open(id),
                message -> assertThat(message).contains(file.toString()));
        assertThat(file).doesNotExist();
        assertThat(late.get(id).id()).isEqualTo(id);
    }

    @Test
    void manyStartersMakeOneFile() throws Exception {
        Path file = folder.resolve("master.key");

        List<String> checks = Racers.race(
                8, racer -> MasterKey.fileOrCreate(file).forNewWrap().id().check());

        assertThat(checks).hasSize(8).containsOnly(checks.get(0));
        assertThat(list(folder)).containsExactly("master.key");
    }

    @Test
    void aFileThatOthersCanReadIsRefusedUnlessAPlatformMountsIt() throws IOException {
        Path file = Files.writeString(folder.resolve("master.key"), MasterKey.generate());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        KeyRingTest.assertUnavailable(
                Reason.MASTER_KEY_MALFORMED,
                () -> MasterKey.file(file).forStoredKeys(),
                message -> assertThat(message).contains("chmod 600"));
        assertThat(MasterKey.mountedFile(file).forStoredKeys().id().kind()).isEqualTo("local");
    }

    @Test
    void whatIsNotThereOrNotAKeyIsSaidWithItsPlace() throws IOException {
        Path garbage = Files.writeString(folder.resolve("garbage"), "hunter2");
        Files.setPosixFilePermissions(garbage, PosixFilePermissions.fromString("rw-------"));

        KeyRingTest.assertUnavailable(
                Reason.MASTER_KEY_MALFORMED,
                () -> MasterKey.file(garbage).forStoredKeys(),
                message -> assertThat(message).contains(garbage.toString()).doesNotContain("hunter2"));
        KeyRingTest.assertUnavailable(
                Reason.MASTER_KEY_MISSING,
                () -> MasterKey.environment("CONNREG_NO_SUCH_VARIABLE").forStoredKeys(),
                message -> assertThat(message).contains("CONNREG_NO_SUCH_VARIABLE"));
    }

    private static String createIn(Desk desk, MasterKey key) {
        return desk.open(key).actingAs(Desk.ALICE).create(Desk.ordersDb()).id();
    }

    private static List<String> list(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
