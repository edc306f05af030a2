package io.connreg.core;

import io.connreg.Health;
import io.connreg.Health.State;
import io.connreg.KeyUnavailableException;
import io.connreg.RegistryException;
import io.connreg.StorageException;
import java.util.Objects;
import java.util.Optional;

/** Looks at the keys as an operation would that needs them, and says what it would be told. */
final class HealthCheck {
    static final Health CLOSED = new Health(State.CLOSED, Optional.empty(), "the registry is closed");

    private final Engine engine;
    private final MasterKey masterKey;

    HealthCheck(Engine engine, MasterKey masterKey) {
        this.engine = engine;
        this.masterKey = masterKey;
    }

    Health run() {
        try {
            return engine.keys().stored().isPresent()
                    ? new Health(State.READY, Optional.empty(), "the keys are ready")
                    : noKeysYet();
        } catch (KeyUnavailableException e) {
            return new Health(State.KEYS_UNAVAILABLE, Optional.of(e.reason()), message(e));
        } catch (StorageException e) {
            return new Health(State.STORE_UNREACHABLE, Optional.empty(), message(e));
        } catch (IllegalStateException closedMeanwhile) {
            return CLOSED;
        } catch (RuntimeException e) {
            return new Health(
                    State.STORE_UNREACHABLE,
                    Optional.empty(),
                    "the store fails as no store should, with " + e.getClass().getName());
        }
    }

    private static String message(RegistryException failure) {
        return Objects.requireNonNull(failure.getMessage(), failure.code());
    }

    private Health noKeysYet() {
        if (!masterKey.mayBeMade()) {
            masterKey.id();
        }
        return new Health(
                State.NO_KEYS_YET, Optional.empty(), "there are no keys yet; the first secret makes the first one");
    }
}
