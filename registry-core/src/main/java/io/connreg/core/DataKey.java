package io.connreg.core;

import io.connreg.KeyId;
import java.time.Instant;

/** What the slot says, in the clear, of one data key. */
record DataKey(KeyId id, State state, String algorithm, Instant created) {

    static final String AES256_GCM = "AES256_GCM";

    /** Where a key is in its life. The codes are part of the slot's authenticated form. */
    enum State {
        STAGED(1),
        PRIMARY(2),
        RETIRING(3),
        DISABLED(4),
        DESTROYED(5);

        private final int code;

        State(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }
}
