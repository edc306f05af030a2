package io.connreg.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.connreg.KeyId;
import io.connreg.KeyState;
import io.connreg.Keys;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the one event of each operation on keys says. */
final class KeysEventTest {
    private final AuditDesk audit = new AuditDesk();
    private final Keys keys = audit.registry.keys();

    @AfterEach
    void close() {
        audit.close();
    }

    @Test
    void aKeysWholeLife() {
        audit.alice.create(KeyRingTest.withSecret("c"));
        KeyId first = keys.status().in(KeyState.PRIMARY).get(0);

        assertThat(audit.lineOf(keys::status)).isEqualTo("KEYS_STATUS");
        String rotated = audit.lineOf(keys::rotate);
        assertThat(rotated)
                .isEqualTo(
                        "KEYS_ROTATE; key " + keys.status().in(KeyState.PRIMARY).get(0));
        assertThat(audit.lineOf(() -> keys.retire(first)))
                .isEqualTo("KEYS_RETIRE; key " + first + "; failed with KEY_IN_USE");
        assertThat(audit.lineOf(keys::reseal)).isEqualTo("KEYS_RESEAL; rows 1");
        assertThat(audit.lineOf(() -> keys.retire(first))).isEqualTo("KEYS_RETIRE; key " + first);
        assertThat(audit.lineOf(() -> keys.destroy(first)))
                .isEqualTo("KEYS_DESTROY; key " + first + "; failed with KEY_IN_USE");
        audit.clock.forward(Duration.ofHours(1));
        assertThat(audit.lineOf(() -> keys.destroy(first))).isEqualTo("KEYS_DESTROY; key " + first);
        assertThat(audit.lineOf(keys::verify)).isEqualTo("KEYS_VERIFY; rows 1");
        assertThat(audit.lineOf(() -> keys.destroy(new KeyId(7))))
                .isEqualTo("KEYS_DESTROY; key 00000007; failed with java.lang.IllegalArgumentException");
    }

    @Test
    void masterKeys() {
        MasterKey added = MasterKey.line(MasterKey.generate());
        audit.alice.create(KeyRingTest.withSecret("c"));

        assertThat(audit.lineOf(() -> keys.addMasterKey(added))).isEqualTo("ADD_MASTER_KEY; key " + added.id());
        assertThat(audit.lineOf(() -> keys.removeMasterKey(audit.desk.masterKey.id())))
                .isEqualTo("REMOVE_MASTER_KEY; key " + audit.desk.masterKey.id() + "; failed with KEY_IN_USE");
        assertThat(audit.lineOf(() -> keys.removeMasterKey(added.id())))
                .isEqualTo("REMOVE_MASTER_KEY; key " + added.id());
        assertThat(audit.lineOf(() -> keys.addMasterKey(MasterKey.environment("CONNREG_NO_SUCH_VARIABLE"))))
                .isEqualTo("ADD_MASTER_KEY; failed with KEY_UNAVAILABLE");
    }
}
