package io.connreg.probe;

import java.io.IOException;

/** What came is no answer in HTTP, or one without measure. */
final class NotHttpException extends IOException {
    private static final long serialVersionUID = 1;

    NotHttpException(String what) {
        super(what);
    }
}
