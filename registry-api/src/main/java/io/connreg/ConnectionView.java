package io.connreg;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A stored connection as everybody who may see it sees it: all but the secrets' values. Immutable.
 *
 * @param id {@code conn-} and 18 lower-case letters and digits
 * @param workspaceId where it lives
 * @param name unique in the workspace; NFC
 * @param type what it leads to
 * @param accessibility who may see it
 * @param creator the user id of its owner
 * @param description empty if there is none
 * @param configs the plain settings, by key
 * @param secretNames the keys of its secrets
 * @param keyIds the data key that each secret is sealed with; a secret too damaged to tell is missing here
 * @param models the models it offers
 * @param resourceMeta the cloud resource behind it
 * @param createdAt to the microsecond
 * @param modifiedAt to the microsecond
 * @param revision 1 when created, one more with each update
 */
public record ConnectionView(
        String id,
        String workspaceId,
        String name,
        ConnectionType type,
        Accessibility accessibility,
        String creator,
        String description,
        SortedMap<String, String> configs,
        Set<String> secretNames,
        SortedMap<String, KeyId> keyIds,
        List<ModelInfo> models,
        ResourceMeta resourceMeta,
        Instant createdAt,
        Instant modifiedAt,
        long revision) {
    public ConnectionView {
        configs = sorted(configs);
        secretNames = Collections.unmodifiableSet(new TreeSet<>(secretNames));
        keyIds = sorted(keyIds);
        models = List.copyOf(models);
    }

    private static <V> SortedMap<String, V> sorted(Map<String, V> entries) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }
}
