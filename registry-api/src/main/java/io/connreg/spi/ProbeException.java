package io.connreg.spi;

import io.connreg.ValidationResult.Failure;
import java.util.Objects;

/** What a test came to, told from within a probe. It has no words and no cause: those of others may hold the secret. */
public final class ProbeException extends Exception {
    private static final long serialVersionUID = 1;

    private final Failure failure;

    public ProbeException(Failure failure) {
        super(Objects.requireNonNull(failure, "failure").name(), null, false, false);
        this.failure = failure;
    }

    /** What is wrong. */
    public Failure failure() {
        return failure;
    }
}
