package io.connreg;

import io.connreg.KeyUnavailableException.Reason;
import java.util.Optional;

/**
 * Whether a registry can do its work now. Holds no secret.
 *
 * @param state what works
 * @param reason what keeps the keys away, if {@link State#KEYS_UNAVAILABLE}
 * @param message a sentence for people: what is wrong and what to do
 */
public record Health(State state, Optional<Reason> reason, String message) {

    /** What works. */
    public enum State {
        /** Everything. */
        READY,
        /** Everything; no secret was stored yet, and the first one makes the first key. */
        NO_KEYS_YET,
        /** Views, lists, deletions and updates without secrets; secrets are neither opened nor stored. */
        KEYS_UNAVAILABLE,
        /** Nothing but what is in memory: the store does not answer as it should. */
        STORE_UNREACHABLE,
        /** Nothing: the registry was closed. */
        CLOSED
    }

    /** Whether secrets can be opened and stored. */
    public boolean isReady() {
        return state == State.READY || state == State.NO_KEYS_YET;
    }
}
