package io.connreg.core;

import io.connreg.KeyId;
import io.connreg.KeyInUseException;
import io.connreg.KeyState;
import java.util.List;
import java.util.Optional;

/** stage ► promote, one change of the slot each. A key that was staged before, and not promoted, is taken. */
final class RotateOperation {
    private static final String ATTEMPT = "rotate the keys";

    private final KeyRing keys;
    private final SlotSeal seal;

    RotateOperation(KeyRing keys, SlotSeal seal) {
        this.keys = keys;
        this.seal = seal;
    }

    /** Done as soon as another key is primary than was at first, whoever did it. */
    KeyId run() {
        keys.forSealing();
        KeyId before = keys.change(ATTEMPT, known -> Optional.empty()).primary();
        KeyId primary = before;
        while (primary.equals(before)) {
            primary = keys.change(ATTEMPT, known -> arrow(known, before)).primary();
        }
        return primary;
    }

    private Optional<SlotChange> arrow(DataKeys known, KeyId before) {
        if (!known.primary().equals(before)) {
            return Optional.empty();
        }
        return Optional.of(known.in(KeyState.STAGED)
                .map(staged -> promotion(known, staged))
                .orElseGet(() -> staging(known)));
    }

    private SlotChange staging(DataKeys known) {
        if (known.alive() >= KeyTable.MOST_KEYS) {
            throw new KeyInUseException(
                    "cannot " + ATTEMPT + ": there are " + known.alive()
                            + " keys already; reseal, retire and destroy those that are retiring",
                    List.of());
        }
        return new SlotChange(seal.next(known.slot(), KeyTable::staged), "a key was staged");
    }

    private SlotChange promotion(DataKeys known, KeyId staged) {
        return new SlotChange(
                seal.next(known.slot(), (table, now) -> table.promoted(staged, now)),
                "key " + staged + " was promoted to primary in the place of " + known.primary());
    }
}
