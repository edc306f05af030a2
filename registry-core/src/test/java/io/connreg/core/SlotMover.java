package io.connreg.core;

import io.connreg.KeyState;
import io.connreg.spi.KeySlot;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Changes slots as an operation on keys would, or as somebody would who knows their format. */
final class SlotMover {
    private static final int DIGEST_TAIL = ",\"digest\":\"\"}".length() + 64;

    private SlotMover() {}

    /** The next version of this slot, with the same key and the same states. */
    static KeySlot next(KeySlot slot, MasterKey masterKey) {
        return next(slot, masterKey, KeyState.PRIMARY);
    }

    /** The next version of this slot, with its key in this state. */
    static KeySlot next(KeySlot slot, MasterKey masterKey, KeyState state) {
        SlotContent content = SlotCodec.decode(slot);
        List<DataKey> keys =
                content.keys().stream().map(key -> key.in(state, key.created())).toList();
        byte[] registry = content.registryBytes();
        KeyWrap wrap = content.wraps().get(0);
        try {
            byte[] wrappingKey = masterKey
                    .forStoredKeys()
                    .aead()
                    .decrypt(wrap.wrappedBytes(), KeyWrap.associatedData(registry, wrap.master(), wrap.params()));
            byte[] keyset = TinkKeys.aead(wrappingKey)
                    .decrypt(
                            content.keysetBytes(),
                            SlotContent.keysetAssociatedData(registry, slot.version(), content.keys()));
            byte[] sealed = TinkKeys.aead(wrappingKey)
                    .encrypt(keyset, SlotContent.keysetAssociatedData(registry, slot.version() + 1, keys));
            return SlotCodec.encode(
                    slot.version() + 1,
                    new SlotContent(
                            content.registry(),
                            content.epoch(),
                            keys,
                            Base64.getEncoder().encodeToString(sealed),
                            content.wraps()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError("the slot does not open", e);
        }
    }

    /** This slot's text with its digest made to fit: the digest keeps nobody out. */
    static String withFittingDigest(String edited) {
        String body = edited.substring(0, edited.length() - DIGEST_TAIL);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return body + ",\"digest\":\"" + HexFormat.of().formatHex(digest) + "\"}";
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
