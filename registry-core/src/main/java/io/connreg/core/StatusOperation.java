package io.connreg.core;

import io.connreg.KeyId;
import io.connreg.KeyStatus;
import io.connreg.KeysStatus;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.KeySlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads slot and counts; opens nothing. */
final class StatusOperation {
    private StatusOperation() {}

    /** The counts first: a key that is made meanwhile must not seem lost. */
    static KeysStatus run(ConnectionStore store) {
        SortedMap<KeyId, Long> secrets = new TreeMap<>(store.countSecretsByKey());
        Optional<KeySlot> slot = store.slot();
        if (slot.isEmpty()) {
            return new KeysStatus(0, List.of(), secrets, List.of());
        }
        SlotContent content = SlotCodec.decode(slot.get());
        List<KeyStatus> keys = new ArrayList<>();
        for (DataKey key : content.keys()) {
            Long count = secrets.remove(key.id());
            keys.add(new KeyStatus(key.id(), key.state(), key.created(), key.since(), count == null ? 0 : count));
        }
        return new KeysStatus(
                slot.get().version(),
                keys,
                secrets,
                content.wraps().stream().map(KeyWrap::master).toList());
    }
}
