package io.connreg.core;

import io.connreg.ResourceMeta;
import io.connreg.spi.ConnectionHead;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a connection's secrets are bound to: where they live, whose they are, who may see them, and where they may
 * be sent. Two connections with equal bindings can hold the same ciphertexts; none other can.
 */
record SecretBinding(
        String workspaceId,
        String id,
        String type,
        String creator,
        String accessibility,
        SortedMap<String, String> configs,
        ResourceMeta resourceMeta) {

    static SecretBinding of(ConnectionHead head, SortedMap<String, String> configs, ResourceMeta resourceMeta) {
        return new SecretBinding(
                head.workspaceId(),
                head.id(),
                head.type().value(),
                head.creator(),
                head.accessibility().name(),
                configs,
                resourceMeta);
    }

    /** The associated data, format 1, of the secret of this name. */
    byte[] of(String secretName) {
        return new BoundFields("connreg/secret")
                .text(0x01, workspaceId)
                .text(0x02, id)
                .text(0x03, secretName)
                .text(0x04, type)
                .text(0x05, creator)
                .text(0x06, accessibility)
                .map(0x07, configs)
                .map(0x08, present(resourceMeta))
                .toBytes();
    }

    private static Map<String, String> present(ResourceMeta meta) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("extra", meta.extra());
        fields.put("instanceId", meta.instanceId());
        fields.put("instanceName", meta.instanceName());
        fields.values().removeIf(Objects::isNull);
        return fields;
    }
}
