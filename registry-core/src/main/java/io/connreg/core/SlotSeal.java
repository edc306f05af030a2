package io.connreg.core;

import io.connreg.KeyInUseException;
import io.connreg.KeyUnavailableException;
import io.connreg.KeyUnavailableException.Reason;
import io.connreg.MasterKeyId;
import io.connreg.spi.KeySlot;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes, opens and changes the slot: master key wraps wrapping key, wrapping key seals keyset. Thread-safe. */
final class SlotSeal {
    static final int MOST_MASTER_KEYS = 16;

    private final MasterKey masterKey;
    private final Clock clock;
    /** Tells a master key that was removed from one that was never the right one. */
    private volatile @Nullable MasterKeyId lastOpener;

    SlotSeal(MasterKey masterKey, Clock clock) {
        this.masterKey = masterKey;
        this.clock = clock;
    }

    /** What changes the keys at this time. */
    @FunctionalInterface
    interface Arrow {
        KeyTable of(KeyTable table, Instant now);
    }

    /** A slot in the clear. The wrapping key is wiped behind its use. */
    private static final class Opened {
        private final WrappingMaster master;
        private final SlotContent content;
        private final KeyTable table;
        private final byte[] wrappingKey;

        Opened(WrappingMaster master, SlotContent content, KeyTable table, byte[] wrappingKey) {
            this.master = master;
            this.content = content;
            this.table = table;
            this.wrappingKey = wrappingKey;
        }
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(Opened opened) throws GeneralSecurityException;
    }

    /** The first slot of a new store, with one new key. */
    KeySlot create() {
        WrappingMaster master = masterKey.forNewWrap();
        byte[] registry = TinkKeys.random(16);
        byte[] wrappingKey = TinkKeys.random(TinkKeys.KEY_LENGTH);
        try {
            KeyWrap wrap = master.wrap(wrappingKey, registry);
            return slot(1, HexFormat.of().formatHex(registry), 1, KeyTable.first(now()), wrappingKey, List.of(wrap));
        } finally {
            Arrays.fill(wrappingKey, (byte) 0);
        }
    }

    /** @throws KeyUnavailableException with the reason why it does not open */
    DataKeys open(KeySlot slot) {
        return opening(slot, opened -> new DataKeys(slot, opened.content, TinkKeys.aead(opened.table.keyset())));
    }

    /** The slot that follows on this one, behind this arrow. */
    KeySlot next(KeySlot slot, Arrow arrow) {
        return opening(
                slot,
                opened -> following(
                        slot,
                        opened.content,
                        arrow.of(opened.table, now()),
                        opened.wrappingKey,
                        opened.content.wraps()));
    }

    /** The slot that follows on this one, wrapped by this master key too; empty if this one is. */
    Optional<KeySlot> with(KeySlot slot, WrappingMaster added) {
        return opening(slot, opened -> {
            byte[] registry = opened.content.registryBytes();
            Optional<KeyWrap> there = opened.content.wrapOf(added.id());
            if (there.isPresent()) {
                Arrays.fill(added.unwrap(there.get(), registry), (byte) 0);
                return Optional.empty();
            }
            List<KeyWrap> wraps = new ArrayList<>(opened.content.wraps());
            if (wraps.size() >= MOST_MASTER_KEYS) {
                throw new KeyInUseException(
                        "cannot add the master key " + added.id() + ": the keys are wrapped by " + wraps.size()
                                + " already; remove one that no process runs with any more",
                        List.of());
            }
            wraps.add(added.wrap(opened.wrappingKey, registry));
            return Optional.of(following(slot, opened.content, opened.table, opened.wrappingKey, wraps));
        });
    }

    /**
     * The slot that follows on this one, not wrapped by this master key any more; empty if this one is not. If the only one
     * left is our own, the wrapping key is a new one too: whoever has the removed one and a backup knows the old.
     */
    Optional<KeySlot> without(KeySlot slot, MasterKeyId removed) {
        return opening(slot, opened -> {
            if (opened.master.id().equals(removed)) {
                throw new KeyInUseException(
                        "cannot remove the master key " + removed + ": this registry was opened with it; open it with"
                                + " another one that the keys are wrapped with, and remove it there",
                        List.of());
            }
            if (opened.content.wrapOf(removed).isEmpty()) {
                return Optional.empty();
            }
            List<KeyWrap> wraps = opened.content.wraps().stream()
                    .filter(wrap -> !wrap.master().equals(removed))
                    .toList();
            return Optional.of(wraps.size() == 1 ? rewrapped(slot, opened) : following(slot, opened, wraps));
        });
    }

    private static KeySlot rewrapped(KeySlot slot, Opened opened) {
        byte[] wrappingKey = TinkKeys.random(TinkKeys.KEY_LENGTH);
        try {
            KeyWrap wrap = opened.master.wrap(wrappingKey, opened.content.registryBytes());
            return following(slot, opened.content, opened.table, wrappingKey, List.of(wrap));
        } finally {
            Arrays.fill(wrappingKey, (byte) 0);
        }
    }

    private static KeySlot following(KeySlot slot, Opened opened, List<KeyWrap> wraps) {
        return following(slot, opened.content, opened.table, opened.wrappingKey, wraps);
    }

    private static KeySlot following(
            KeySlot slot, SlotContent before, KeyTable table, byte[] wrappingKey, List<KeyWrap> wraps) {
        return slot(slot.version() + 1, before.registry(), before.epoch(), table, wrappingKey, wraps);
    }

    private static KeySlot slot(
            long version, String registry, long epoch, KeyTable table, byte[] wrappingKey, List<KeyWrap> wraps) {
        byte[] keyset = table.sealed(HexFormat.of().parseHex(registry), version, wrappingKey);
        return SlotCodec.encode(
                version,
                new SlotContent(
                        registry, epoch, table.keys(), Base64.getEncoder().encodeToString(keyset), wraps));
    }

    private <T> T opening(KeySlot slot, Use<T> use) {
        SlotContent content = SlotCodec.decode(slot);
        WrappingMaster master = masterKey.forStoredKeys();
        KeyWrap wrap = content.wrapOf(master.id()).orElseThrow(() -> notWrappedBy(master, content));
        byte[] wrappingKey = master.unwrap(wrap, content.registryBytes());
        try {
            KeyTable table = KeyTable.open(content, slot.version(), wrappingKey);
            lastOpener = master.id();
            return use.of(new Opened(master, content, table, wrappingKey));
        } catch (GeneralSecurityException e) {
            throw master.tampered();
        } finally {
            Arrays.fill(wrappingKey, (byte) 0);
        }
    }

    private KeyUnavailableException notWrappedBy(WrappingMaster master, SlotContent content) {
        String known =
                content.wraps().stream().map(wrap -> wrap.master().toString()).collect(Collectors.joining(", "));
        if (master.id().equals(lastOpener)) {
            return new KeyUnavailableException(
                    Reason.MASTER_KEY_REMOVED,
                    "the master key " + master.id()
                            + ", which this process runs with, was removed from the store's keys;"
                            + " they are wrapped by " + known + ": start this process again with that one");
        }
        if (!master.works()) {
            return master.unreachable();
        }
        return new KeyUnavailableException(
                Reason.WRONG_MASTER_KEY,
                "the store's keys are wrapped by the master key " + known + ", given was " + master.id()
                        + "; open the registry with the right one; nothing was changed");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
