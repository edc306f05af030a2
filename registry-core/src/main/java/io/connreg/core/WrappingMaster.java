package io.connreg.core;

import com.google.crypto.tink.Aead;
import io.connreg.KeyUnavailableException;
import io.connreg.KeyUnavailableException.Reason;
import io.connreg.MasterKeyId;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.SortedMap;
import java.util.concurrent.TimeoutException;

/** A master key that was found and is ready to wrap. Tells an outage of its service from tampering. */
record WrappingMaster(MasterKeyId id, Aead aead) {
    private static final SortedMap<String, String> NO_PARAMS = Collections.emptySortedMap();

    /** @throws KeyUnavailableException if it does not answer, or cannot open what it wraps */
    KeyWrap wrap(byte[] wrappingKey, byte[] registry) {
        byte[] associatedData = KeyWrap.associatedData(registry, id, NO_PARAMS);
        try {
            byte[] wrapped = aead.encrypt(wrappingKey, associatedData);
            byte[] opened = aead.decrypt(wrapped, associatedData);
            boolean opens = Arrays.equals(wrappingKey, opened);
            Arrays.fill(opened, (byte) 0);
            if (opens) {
                return new KeyWrap(id, NO_PARAMS, Base64.getEncoder().encodeToString(wrapped));
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            throw unreachable();
        }
        throw unreachable();
    }

    /**
     * The caller wipes the result.
     *
     * @throws KeyUnavailableException with the reason why it does not open
     */
    byte[] unwrap(KeyWrap wrap, byte[] registry) {
        try {
            return aead.decrypt(wrap.wrappedBytes(), KeyWrap.associatedData(registry, wrap.master(), wrap.params()));
        } catch (GeneralSecurityException | RuntimeException e) {
            if (isOutage(e) || !works()) {
                throw unreachable();
            }
            throw tampered();
        }
    }

    /** Whether it can seal and open anything at all: Tink gives one answer to outage and tampering. */
    boolean works() {
        byte[] probe = TinkKeys.random(32);
        byte[] associatedData = new byte[0];
        try {
            return Arrays.equals(probe, aead.decrypt(aead.encrypt(probe, associatedData), associatedData));
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
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

    KeyUnavailableException unreachable() {
        return new KeyUnavailableException(
                Reason.UNREACHABLE,
                "the service of the master key " + id
                        + " does not answer as it should; try again when it does; nothing was changed");
    }

    KeyUnavailableException tampered() {
        return new KeyUnavailableException(
                Reason.CORRUPT_OR_TAMPERED,
                "the stored keys do not open with their own master key " + id
                        + ": they were changed behind the registry's back; put back the key slot from a backup");
    }
}
