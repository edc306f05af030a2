package io.connreg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.ConnectionRegistry;
import io.connreg.Connections;
import io.connreg.CreateConnection;
import io.connreg.KeyId;
import io.connreg.KeyState;
import io.connreg.KeyStatus;
import io.connreg.KeyUnavailableException.Reason;
import io.connreg.Keys;
import io.connreg.OpenedConnection;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException;
import io.connreg.UnreadableConnection;
import io.connreg.core.MasterKey;
import io.connreg.jdbc.JdbcStores;
import io.connreg.spec.CustomSpec;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.h2.tools.Restore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found when a backup, or a part of one, is put back. */
final class BackupTest {
    @TempDir
    private Path folder;

    private final SteppedClock clock = new SteppedClock();
    private final MasterKey old = MasterKey.line(MasterKey.generate());
    private String living;
    private String backup;
    private String id;
    private KeyId first;

    /** A backup of one secret, whose key was then changed to its end. */
    @BeforeEach
    void prepare() throws SQLException {
        living = url("living");
        backup = url("backup");
        try (ConnectionRegistry registry = open(living, old)) {
            CustomSpec spec = CustomSpec.empty().secret("s", Secret.of("s3cret"));
            id = registry.actingAs(Person.ALICE.caller())
                    .create(CreateConnection.of("c", spec))
                    .id();
            first = RotationUnderFireTest.primary(registry);
            execute(living, "backup to ?", folder.resolve("backup.zip").toString());
            changeKeys(registry);
        }
        Restore.execute(folder.resolve("backup.zip").toString(), folder.toString(), "backup");
    }

    private void changeKeys(ConnectionRegistry registry) {
        Keys keys = registry.keys();
        keys.rotate();
        keys.reseal();
        keys.status().in(KeyState.RETIRING).forEach(keys::retire);
        clock.step(SharedStore.GRACE);
        keys.status().in(KeyState.DISABLED).forEach(keys::destroy);
    }

    private String url(String name) {
        // H2 calls what it backs up, and so what it restores, by the name of the database.
        return "jdbc:h2:" + folder.resolve(name);
    }

    private ConnectionRegistry open(String url, MasterKey masterKey) {
        return SharedStore.open(JdbcStores.open(url), masterKey, clock);
    }

    private static void execute(String url, String statement, Object... arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < arguments.length; i++) {
                prepared.setObject(i + 1, arguments[i]);
            }
            prepared.execute();
        }
    }

    private static KeySlot slot(String url) {
        try (ConnectionStore store = JdbcStores.open(url)) {
            return store.slot().orElseThrow();
        }
    }

    private static void putSlot(String url, KeySlot slot) throws SQLException {
        execute(url, "update connreg_slot set version = ?, content = ?", slot.version(), slot.content());
    }

    private void assertOpens(ConnectionRegistry registry) {
        Connections connections = registry.actingAs(Person.ALICE.caller());
        try (OpenedConnection opened = connections.open(id)) {
            assertThat(opened.spec().secrets()).containsEntry("s", Secret.of("s3cret"));
        }
        assertThat(registry.keys().verify().unreadable()).isZero();
        assertThat(registry.keys().status().lost()).isEmpty();
    }

    private void assertUnreadable(ConnectionRegistry registry, SecretUnreadableException.Reason reason) {
        List<UnreadableConnection> listed = registry.keys().verify().listed();
        assertThat(listed).singleElement().satisfies(bad -> {
            assertThat(bad.id()).isEqualTo(id);
            assertThat(bad.secrets()).isEqualTo(Map.of("s", reason));
        });
        assertThat(registry.actingAs(Person.ALICE.caller()).get(id).name()).isEqualTo("c");
    }

    @Test
    void rowsAndSlotOfOneMomentOpenWithTheMasterKeyOfTheirDay() {
        MasterKey young = MasterKey.line(MasterKey.generate());
        try (ConnectionRegistry registry = open(living, old)) {
            registry.keys().addMasterKey(young);
        }
        try (ConnectionRegistry registry = open(living, young)) {
            registry.keys().removeMasterKey(old.id());
            assertOpens(registry);
        }
        try (ConnectionRegistry registry = open(living, old)) {
            assertThat(registry.health().reason()).contains(Reason.WRONG_MASTER_KEY);
        }
        try (ConnectionRegistry registry = open(backup, young)) {
            assertThat(registry.health().reason()).contains(Reason.WRONG_MASTER_KEY);
        }
        try (ConnectionRegistry registry = open(backup, old)) {
            assertOpens(registry);
            assertThat(RotationUnderFireTest.primary(registry)).isEqualTo(first);
        }
    }

    @Test
    void rowsBesideANewerSlotSayThatTheirKeyWasDestroyed() throws SQLException {
        putSlot(backup, slot(living));
        try (ConnectionRegistry registry = open(backup, old)) {
            assertThat(registry.keys().status().keys()).first().satisfies(key -> {
                assertThat(key.id()).isEqualTo(first);
                assertThat(key.state()).isEqualTo(KeyState.DESTROYED);
                assertThat(key.secrets()).isEqualTo(1);
            });
            assertUnreadable(registry, SecretUnreadableException.Reason.KEY_DESTROYED);
        }
    }

    @Test
    void rowsBesideAnOlderSlotSayWhichKeyIsLost() throws SQLException {
        KeyId second;
        try (ConnectionRegistry registry = open(living, old)) {
            second = RotationUnderFireTest.primary(registry);
        }
        putSlot(living, slot(backup));
        try (ConnectionRegistry registry = open(living, old)) {
            assertThat(registry.keys().status().lost()).isEqualTo(Map.of(second, 1L));
            assertUnreadable(registry, SecretUnreadableException.Reason.KEY_MISSING);
        }
    }

    @Test
    void anOlderSlotUnderARunningProcessIsNoticedUntilTheRightOneIsBackOrItIsStartedAgain() throws SQLException {
        KeySlot newer = slot(living);
        try (ConnectionRegistry running = open(living, old)) {
            assertOpens(running);
            putSlot(living, slot(backup));
            assertThat(running.health().reason()).contains(Reason.ROLLED_BACK);
            putSlot(living, newer);
            assertOpens(running);
            putSlot(living, slot(backup));
            assertThat(running.health().reason()).contains(Reason.ROLLED_BACK);
        }
        try (ConnectionRegistry startedAgain = open(living, old)) {
            assertThat(startedAgain.health().reason()).isEmpty();
        }
    }

    /** Nobody can notice: it is as it was then. What is left is to change the key again, to its end. */
    @Test
    void anOlderStateWhileNoProcessRunsBringsItsKeysBackUntilTheyAreChangedAgain() {
        try (ConnectionRegistry registry = open(backup, old)) {
            assertThat(registry.health().reason()).isEmpty();
            assertThat(registry.keys().status().in(KeyState.PRIMARY)).containsExactly(first);
            changeKeys(registry);
            assertThat(registry.keys().status().keys())
                    .extracting(KeyStatus::state)
                    .containsExactly(KeyState.DESTROYED, KeyState.PRIMARY);
            assertOpens(registry);
        }
    }
}
