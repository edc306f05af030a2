package io.connreg.core;

import io.connreg.ResourceMeta;
import io.connreg.spi.ConnectionHead;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a connection's secrets are bound to: where they live, whose they are, who may see them, and where they may
 * be sent. Two connections with equal bindings can hold the same ciphertexts; none other can.
 */
final class SecretBinding {
    private final byte[] beforeName;
    private final byte[] behindName;

    private SecretBinding(byte[] beforeName, byte[] behindName) {
        this.beforeName = beforeName;
        this.behindName = behindName;
    }

    static SecretBinding of(ConnectionHead head, SortedMap<String, String> configs, ResourceMeta resourceMeta) {
        return new SecretBinding(
                new BoundFields("connreg/secret")
                        .text(0x01, head.workspaceId())
                        .text(0x02, head.id())
                        .toBytes(),
                new BoundFields()
                        .text(0x04, head.type().value())
                        .text(0x05, head.creator())
                        .text(0x06, head.accessibility().name())
                        .map(0x07, configs)
                        .map(0x08, present(resourceMeta))
                        .toBytes());
    }

    /** The associated data, format 1, of the secret of this name. */
    byte[] of(String secretName) {
        return new BoundFields()
                .fields(beforeName)
                .text(0x03, secretName)
                .fields(behindName)
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

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SecretBinding that
                && Arrays.equals(beforeName, that.beforeName)
                && Arrays.equals(behindName, that.behindName);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(beforeName) + Arrays.hashCode(behindName);
    }
}
