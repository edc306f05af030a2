package io.connreg.file;

import java.io.IOException;

/** A line is whole, and yet not what may stand there. Its message says why, and no value. */
final class BadLineException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String reason;

    BadLineException(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** As part of a sentence. */
    String reason() {
        return reason;
    }
}
