package io.connreg.core;

import io.connreg.KeyId;
import io.connreg.KeyState;
import java.time.Instant;

/**
 * What the slot says, in the clear, of one data key.
 *
 * @param since when it came into its state
 */
record DataKey(KeyId id, KeyState state, String algorithm, Instant created, Instant since) {

    static final String AES256_GCM = "AES256_GCM";

    static DataKey made(KeyId id, KeyState state, Instant now) {
        return new DataKey(id, state, AES256_GCM, now, now);
    }

    DataKey in(KeyState next, Instant now) {
        return new DataKey(id, next, algorithm, created, now);
    }
}
