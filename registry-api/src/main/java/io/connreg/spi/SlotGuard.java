package io.connreg.spi;

/**
 * The version of the {@link KeySlot} that a write's secrets were sealed under. The store refuses the write, in the
 * same statement that would do it, if its slot has another version: an older one too, as after a backup was put back.
 */
public record SlotGuard(long version) {
    /** For a write that carries no newly sealed secret: it is not refused. */
    public static final SlotGuard NONE = new SlotGuard(0);

    /** For a write whose secrets were sealed under this slot. */
    public static SlotGuard at(KeySlot slot) {
        return new SlotGuard(slot.version());
    }

    /** Whether a store whose slot is at this version, 0 if it has none, may take the write. */
    public boolean allows(long slotVersion) {
        return version == NONE.version || version == slotVersion;
    }
}
