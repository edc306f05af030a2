package io.connreg.core;

import com.google.crypto.tink.KeysetHandle;
import io.connreg.KeyId;
import io.connreg.KeyUnavailableException;
import io.connreg.KeyUnavailableException.Reason;
import io.connreg.spi.KeySlot;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Makes and opens the slot: master key wraps wrapping key, wrapping key seals keyset. */
final class SlotSeal {
    private static final SortedMap<String, String> NO_PARAMS = Collections.emptySortedMap();

    private final MasterKey masterKey;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SlotSeal(MasterKey masterKey, Clock clock) {
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** The first slot of a new store, with one new key. */
    KeySlot create() {
        WrappingMaster master = masterKey.forNewStore();
        byte[] registry = randomBytes(16);
        byte[] wrappingKey = randomBytes(TinkKeys.KEY_LENGTH);
        KeysetHandle keyset = TinkKeys.newKeyset();
        byte[] plain = TinkKeys.toBytes(keyset);
        try {
            List<DataKey> keys = List.of(new DataKey(
                    new KeyId(keyset.getPrimary().getId()),
                    DataKey.State.PRIMARY,
                    DataKey.AES256_GCM,
                    clock.instant().truncatedTo(ChronoUnit.SECONDS)));
            byte[] sealed =
                    TinkKeys.aead(wrappingKey).encrypt(plain, SlotContent.keysetAssociatedData(registry, 1, keys));
            byte[] wrapped =
                    master.aead().encrypt(wrappingKey, KeyWrap.associatedData(registry, master.id(), NO_PARAMS));
            KeyWrap wrap = new KeyWrap(master.id(), NO_PARAMS, base64(wrapped));
            return SlotCodec.encode(
                    1, new SlotContent(HexFormat.of().formatHex(registry), 1, keys, base64(sealed), List.of(wrap)));
        } catch (GeneralSecurityException | RuntimeException e) {
            throw unreachable(master);
        } finally {
            Arrays.fill(plain, (byte) 0);
            Arrays.fill(wrappingKey, (byte) 0);
        }
    }

    /** @throws KeyUnavailableException with the reason why it does not open */
    DataKeys open(KeySlot slot) {
        SlotContent content = SlotCodec.decode(slot);
        WrappingMaster master = masterKey.forStoredKeys();
        KeyWrap wrap = content.wraps().stream()
                .filter(candidate -> candidate.master().equals(master.id()))
                .findFirst()
                .orElseThrow(() -> wrongMasterKey(master, content));
        byte[] registry = content.registryBytes();
        byte[] wrappingKey = unwrap(master, wrap, registry);
        try {
            byte[] associatedData = SlotContent.keysetAssociatedData(registry, slot.version(), content.keys());
            byte[] plain = TinkKeys.aead(wrappingKey).decrypt(content.keysetBytes(), associatedData);
            KeysetHandle keyset = TinkKeys.ofBytes(plain);
            Arrays.fill(plain, (byte) 0);
            return new DataKeys(slot, content, TinkKeys.aead(keyset));
        } catch (GeneralSecurityException e) {
            throw tampered(master);
        } finally {
            Arrays.fill(wrappingKey, (byte) 0);
        }
    }

    private byte[] unwrap(WrappingMaster master, KeyWrap wrap, byte[] registry) {
        try {
            return master.aead()
                    .decrypt(wrap.wrappedBytes(), KeyWrap.associatedData(registry, wrap.master(), wrap.params()));
        } catch (GeneralSecurityException | RuntimeException e) {
            if (isOutage(e) || !works(master)) {
                throw unreachable(master);
            }
            throw tampered(master);
        }
    }

    private static boolean isOutage(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || cause instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    /** Whether the master key can seal and open anything at all: Tink gives one answer to outage and tampering. */
    private boolean works(WrappingMaster master) {
        byte[] probe = randomBytes(32);
        byte[] associatedData = new byte[0];
        try {
            return Arrays.equals(
                    probe, master.aead().decrypt(master.aead().encrypt(probe, associatedData), associatedData));
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private KeyUnavailableException wrongMasterKey(WrappingMaster master, SlotContent content) {
        if (!works(master)) {
            return unreachable(master);
        }
        String known =
                content.wraps().stream().map(wrap -> wrap.master().toString()).collect(Collectors.joining(", "));
        return new KeyUnavailableException(
                Reason.WRONG_MASTER_KEY,
                "the store's keys are wrapped by the master key " + known + ", given was " + master.id()
                        + "; open the registry with the right one; nothing was changed");
    }

    private static KeyUnavailableException unreachable(WrappingMaster master) {
        return new KeyUnavailableException(
                Reason.UNREACHABLE,
                "the service of the master key " + master.id()
                        + " does not answer as it should; try again when it does; nothing was changed");
    }

    private static KeyUnavailableException tampered(WrappingMaster master) {
        return new KeyUnavailableException(
                Reason.CORRUPT_OR_TAMPERED,
                "the stored keys do not open with their own master key " + master.id()
                        + ": they were changed behind the registry's back; put back the key slot from a backup");
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
