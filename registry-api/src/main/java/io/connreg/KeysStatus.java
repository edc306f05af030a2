package io.connreg;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is to know of a registry's keys. Immutable.
 *
 * @param version how often the stored keys were changed; 0 if there are none yet
 * @param keys all data keys there are or were, in the order in which they were made
 * @param lost keys that secrets say they are sealed with and that the store does not hold, and how many say so:
 *     usually empty; these secrets do not open
 * @param masterKeys those that the data keys are wrapped with: any one of them opens the registry
 */
public record KeysStatus(
        long version, List<KeyStatus> keys, SortedMap<KeyId, Long> lost, List<MasterKeyId> masterKeys) {
    public KeysStatus {
        keys = List.copyOf(keys);
        lost = sorted(lost);
        masterKeys = List.copyOf(masterKeys);
    }

    private static SortedMap<KeyId, Long> sorted(Map<KeyId, Long> entries) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    /** The ids of the keys in this state, in the order in which they were made. */
    public List<KeyId> in(KeyState state) {
        return keys.stream()
                .filter(key -> key.state() == state)
                .map(KeyStatus::id)
                .toList();
    }
}
