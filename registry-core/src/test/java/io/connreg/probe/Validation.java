package io.connreg.probe;

import io.connreg.Caller;
import io.connreg.ConnectionRegistry;
import io.connreg.ValidationResult;
import io.connreg.ValidationResult.Failure;
import io.connreg.core.MasterKey;
import io.connreg.core.Registries;
import io.connreg.core.RegistryBuilder;
import io.connreg.spec.ConnectionSpec;
import org.jspecify.annotations.Nullable;

/** Tests what is not stored, through a registry as hosts open one. */
final class Validation {
    private Validation() {}

    static RegistryBuilder builder() {
        return Registries.builder().url("memory:").masterKey(MasterKey.line(MasterKey.generate()));
    }

    static ValidationResult of(ConnectionSpec spec, RegistryBuilder builder) {
        try (ConnectionRegistry registry = builder.open()) {
            return registry.actingAs(Caller.user("alice").memberOf("ws-1")).validate(spec);
        }
    }

    /** What is wrong; null if it works. */
    static @Nullable Failure failure(ConnectionSpec spec) {
        return of(spec, builder()).failure();
    }
}
