package io.connreg.core;

import com.google.crypto.tink.KeysetHandle;
import io.connreg.KeyId;
import io.connreg.KeyState;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The data keys: what the slot says of them, and the keyset that holds those that are not destroyed. Immutable; each
 * method is an arrow of a key's life and gives the table behind it.
 */
record KeyTable(List<DataKey> keys, KeysetHandle keyset) {
    /** A slot has at most 64 KiB, which this and the limits of master keys leave room in. */
    static final int MOST_KEYS = 64;

    /** Of older ones nothing is left: what they sealed is told to be of no key of the store. */
    static final int MOST_TOMBSTONES = 128;

    KeyTable {
        keys = List.copyOf(keys);
    }

    /** One new key, with which secrets are sealed. */
    static KeyTable first(Instant now) {
        KeysetHandle keyset = TinkKeys.newKeyset();
        KeyId id = new KeyId(keyset.getPrimary().getId());
        return new KeyTable(List.of(DataKey.made(id, KeyState.PRIMARY, now)), keyset);
    }

    static KeyTable open(SlotContent content, long version, byte[] wrappingKey) throws GeneralSecurityException {
        byte[] plain = TinkKeys.aead(wrappingKey)
                .decrypt(
                        content.keysetBytes(),
                        SlotContent.keysetAssociatedData(content.registryBytes(), version, content.keys()));
        try {
            return new KeyTable(content.keys(), TinkKeys.ofBytes(plain));
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** The keyset under the wrapping key, bound to the states of the keys. */
    byte[] sealed(byte[] registry, long version, byte[] wrappingKey) {
        byte[] plain = TinkKeys.toBytes(keyset);
        try {
            return TinkKeys.aead(wrappingKey).encrypt(plain, SlotContent.keysetAssociatedData(registry, version, keys));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink refused to seal a keyset that it had made", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** With a new key, whose id no key has or ever had. */
    KeyTable staged(Instant now) {
        KeysetHandle more = TinkKeys.withNewKey(keyset);
        KeyId id = new KeyId(more.getAt(more.size() - 1).getId());
        if (keys.stream().anyMatch(key -> key.id().equals(id))) {
            return staged(now);
        }
        List<DataKey> all = new ArrayList<>(keys);
        all.add(DataKey.made(id, KeyState.STAGED, now));
        return new KeyTable(all, more);
    }

    /** With the staged key in the place of the primary one. */
    KeyTable promoted(KeyId staged, Instant now) {
        KeyTable retiring = each(key -> key.state() == KeyState.PRIMARY ? key.in(KeyState.RETIRING, now) : key);
        return new KeyTable(retiring.moved(staged, KeyState.PRIMARY, now).keys(), TinkKeys.withPrimary(keyset, staged));
    }

    KeyTable moved(KeyId id, KeyState state, Instant now) {
        return each(key -> key.id().equals(id) ? key.in(state, now) : key);
    }

    /** Without the key; what is left of it is that it was there. */
    KeyTable destroyed(KeyId id, Instant now) {
        List<DataKey> all = new ArrayList<>(moved(id, KeyState.DESTROYED, now).keys());
        List<DataKey> tombstones =
                all.stream().filter(key -> key.state() == KeyState.DESTROYED).toList();
        all.removeAll(tombstones.subList(0, Math.max(0, tombstones.size() - MOST_TOMBSTONES)));
        return new KeyTable(all, TinkKeys.without(keyset, id));
    }

    private KeyTable each(UnaryOperator<DataKey> change) {
        return new KeyTable(keys.stream().map(change).toList(), keyset);
    }
}
