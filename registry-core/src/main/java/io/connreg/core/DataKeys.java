package io.connreg.core;

import com.google.crypto.tink.Aead;
import io.connreg.KeyId;
import io.connreg.KeyState;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException.Reason;
import io.connreg.spi.KeySlot;
import io.connreg.spi.SlotGuard;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The data keys of one version of the slot, unwrapped and ready. Immutable. */
final class DataKeys {
    private final KeySlot slot;
    private final Map<KeyId, DataKey> keys;
    private final Aead aead;

    DataKeys(KeySlot slot, SlotContent content, Aead aead) {
        this.slot = slot;
        this.keys = content.keys().stream().collect(Collectors.toUnmodifiableMap(DataKey::id, key -> key));
        this.aead = aead;
    }

    long version() {
        return slot.version();
    }

    /** What a write of freshly sealed secrets must name. */
    SlotGuard guard() {
        return SlotGuard.at(slot);
    }

    KeySlot slot() {
        return slot;
    }

    /** The key that seals. */
    KeyId primary() {
        return in(KeyState.PRIMARY).orElseThrow(() -> new IllegalStateException("no key is primary"));
    }

    /** A key in this state; of several any. */
    Optional<KeyId> in(KeyState state) {
        return keys.values().stream()
                .filter(key -> key.state() == state)
                .map(DataKey::id)
                .findAny();
    }

    /** How many keys there are that were not destroyed. */
    long alive() {
        return keys.values().stream()
                .filter(key -> key.state() != KeyState.DESTROYED)
                .count();
    }

    /** What the slot says of this key. */
    Optional<DataKey> find(KeyId id) {
        return Optional.ofNullable(keys.get(id));
    }

    boolean knows(KeyId id) {
        return keys.containsKey(id);
    }

    SealedSecret seal(Secret secret, byte[] associatedData) {
        byte[] padded = SecretPadding.pad(secret);
        try {
            return SealedSecret.of(aead.encrypt(padded, associatedData));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink refused to seal with a key that it had accepted", e);
        } finally {
            Arrays.fill(padded, (byte) 0);
        }
    }

    /**
     * Opens a secret, or says why it cannot. Prefix and slot decide before Tink is asked, which tells no reasons.
     *
     * @return null if it was opened
     */
    @Nullable
    Reason open(SealedSecret sealed, byte[] associatedData, Consumer<Secret> into) {
        Optional<KeyId> keyId = sealed.keyId();
        if (keyId.isEmpty()) {
            return Reason.CORRUPT;
        }
        DataKey key = keys.get(keyId.get());
        if (key == null) {
            return Reason.KEY_MISSING;
        }
        if (key.state() == KeyState.DESTROYED) {
            return Reason.KEY_DESTROYED;
        }
        byte[] padded;
        try {
            padded = aead.decrypt(sealed.ciphertext(), associatedData);
        } catch (GeneralSecurityException e) {
            return Reason.TAMPERED;
        }
        Optional<Secret> secret = SecretPadding.unpad(padded);
        Arrays.fill(padded, (byte) 0);
        secret.ifPresent(into);
        return secret.isPresent() ? null : Reason.CORRUPT;
    }
}
