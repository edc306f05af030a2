package io.connreg.core;

import io.connreg.OperationEvent;
import org.jspecify.annotations.Nullable;

/** One operation as the JDK's Flight Recorder will have it; nothing where this runtime has no recorder. */
interface FlightRecording {
    boolean AVAILABLE = ModuleLayer.boot().findModule("jdk.jfr").isPresent();

    /** Begun now; null if nobody records. */
    static @Nullable FlightRecording begin() {
        return AVAILABLE ? FlightEvent.begun() : null;
    }

    void commit(OperationEvent event);
}
