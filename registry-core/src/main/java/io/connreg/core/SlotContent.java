package io.connreg.core;

import io.connreg.KeyState;
import io.connreg.MasterKeyId;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What is in the key slot.
 *
 * @param registry 16 random bytes in hexadecimal, the same for the life of the store
 * @param epoch changed by a restore
 * @param keys all keys there are or were
 * @param keyset the Tink keyset, sealed with the wrapping key, in base64
 * @param wraps the wrapping key, once for each master key
 */
record SlotContent(String registry, long epoch, List<DataKey> keys, String keyset, List<KeyWrap> wraps) {
    /** @throws IllegalArgumentException if a part has not its form */
    SlotContent {
        keys = List.copyOf(keys);
        wraps = List.copyOf(wraps);
        HexFormat.of().parseHex(registry);
        Base64.getDecoder().decode(keyset);
        wraps.forEach(KeyWrap::wrappedBytes);
    }

    /** The wrapping key as this master key wraps it, if it does. */
    Optional<KeyWrap> wrapOf(MasterKeyId master) {
        return wraps.stream().filter(wrap -> wrap.master().equals(master)).findFirst();
    }

    byte[] registryBytes() {
        return HexFormat.of().parseHex(registry);
    }

    byte[] keysetBytes() {
        return Base64.getDecoder().decode(keyset);
    }

    /** What the sealed keyset is bound to, so that neither an old keyset nor a changed state of a key passes. */
    static byte[] keysetAssociatedData(byte[] registry, long version, List<DataKey> keys) {
        ByteBuffer states = ByteBuffer.allocate(4 + keys.size() * 5).putInt(keys.size());
        keys.stream()
                .sorted(Comparator.comparing(DataKey::id))
                .forEach(key -> states.putInt(key.id().value()).put(code(key.state())));
        return new BoundFields("connreg/keyset")
                .field(0x01, registry)
                .number(0x02, version)
                .field(0x03, states.array())
                .toBytes();
    }

    /** A part of the slot's authenticated form. */
    private static byte code(KeyState state) {
        return switch (state) {
            case STAGED -> 1;
            case PRIMARY -> 2;
            case RETIRING -> 3;
            case DISABLED -> 4;
            case DESTROYED -> 5;
        };
    }
}
