package io.connreg.core;

import io.connreg.Keys;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** What operators hear of keys, a line an event, no values. */
final class KeyEvents {
    private static final Logger LOG = System.getLogger(Keys.class.getName());

    private KeyEvents() {}

    static void tell(String event) {
        LOG.log(Level.INFO, event);
    }
}
