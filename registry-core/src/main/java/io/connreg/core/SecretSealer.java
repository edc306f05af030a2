package io.connreg.core;

import io.connreg.KeyId;
import io.connreg.Secret;
import io.connreg.SecretUnreadableException;
import io.connreg.SecretUnreadableException.Reason;
import io.connreg.spi.SlotGuard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Seals secrets to the connection they belong to, and opens them there. */
final class SecretSealer {
    private final KeyRing keys;

    SecretSealer(KeyRing keys) {
        this.keys = keys;
    }

    /**
     * Freshly sealed secrets.
     *
     * @param guard what the write that carries them must name
     */
    record Sealed(SortedMap<String, SealedSecret> secrets, SlotGuard guard) {}

    /** Needs no key where there is nothing to seal. */
    Sealed seal(Map<String, Secret> secrets, SecretBinding binding) {
        SortedMap<String, SealedSecret> sealed = new TreeMap<>();
        if (secrets.isEmpty()) {
            return new Sealed(sealed, SlotGuard.NONE);
        }
        DataKeys current = keys.forSealing();
        secrets.forEach((name, secret) -> sealed.put(name, current.seal(secret, binding.of(name))));
        return new Sealed(sealed, current.guard());
    }

    /**
     * All of these secrets in the clear, for the caller to wipe, or an exception that names those that do not open.
     * Needs no key where there is nothing to open.
     */
    SortedMap<String, Secret> open(Map<String, SealedSecret> sealed, SecretBinding binding, String attempt) {
        SortedMap<String, Secret> opened = new TreeMap<>();
        SortedMap<String, Reason> unreadable = openEach(sealed, binding, (name, plain) -> opened.put(name, plain));
        if (!unreadable.isEmpty()) {
            opened.values().forEach(Secret::wipe);
            throw new SecretUnreadableException(attempt, unreadable);
        }
        return opened;
    }

    /** Why, for each of these secrets that does not open. Needs no key where there is nothing to open. */
    SortedMap<String, Reason> unreadable(Map<String, SealedSecret> sealed, SecretBinding binding) {
        return openEach(sealed, binding, (name, secret) -> secret.wipe());
    }

    private SortedMap<String, Reason> openEach(
            Map<String, SealedSecret> sealed, SecretBinding binding, BiConsumer<String, Secret> opened) {
        SortedMap<String, Reason> unreadable = new TreeMap<>();
        if (sealed.isEmpty()) {
            return unreadable;
        }
        List<KeyId> wanted = new ArrayList<>();
        sealed.values().forEach(secret -> secret.keyId().ifPresent(wanted::add));
        DataKeys current = keys.forOpening(wanted);
        sealed.forEach((name, secret) -> {
            Reason reason = current.open(secret, binding.of(name), plain -> opened.accept(name, plain));
            if (reason != null) {
                unreadable.put(name, reason);
            }
        });
        return unreadable;
    }
}
