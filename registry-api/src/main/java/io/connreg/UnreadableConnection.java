package io.connreg;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stored connection that an operation on keys could not open, or not whole. Immutable.
 *
 * @param id the connection's id
 * @param workspaceId where it lives
 * @param secrets why, for each secret that does not open
 * @param whole why, if the connection as a whole cannot be read
 */
public record UnreadableConnection(
        String id,
        String workspaceId,
        SortedMap<String, SecretUnreadableException.Reason> secrets,
        Optional<UnreadableConnectionException.Reason> whole) {
    public UnreadableConnection {
        secrets = sorted(secrets);
    }

    private static SortedMap<String, SecretUnreadableException.Reason> sorted(
            Map<String, SecretUnreadableException.Reason> reasons) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    }
}
